/**
 * Reaching hosts: one connection per host, one long-lived shell per host and user.
 *
 * <p>Entry types: {@link jplay.connection.Connection}, {@link jplay.connection.ShellWorker}. It
 * knows nothing of tasks: plans are applied elsewhere.
 */
@NullMarked
package jplay.connection;

import org.jspecify.annotations.NullMarked;
