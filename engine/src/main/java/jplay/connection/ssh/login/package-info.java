/**
 * Logging in to an ssh server: keys, agents, certificates, passwords and questions.
 *
 * <p>Entry types: {@link jplay.connection.ssh.login.Login}, {@link
 * jplay.connection.ssh.login.KeyRing}.
 */
@NullMarked
package jplay.connection.ssh.login;

import org.jspecify.annotations.NullMarked;
