/**
 * The controller as a host: a shell as a child process.
 *
 * <p>Entry type: {@link jplay.connection.local.LocalConnection}.
 */
@NullMarked
package jplay.connection.local;

import org.jspecify.annotations.NullMarked;
