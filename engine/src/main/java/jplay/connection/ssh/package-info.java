/**
 * Hosts over ssh: one connection per host, shells and tunnels over it, and why it failed.
 *
 * <p>Entry type: {@link jplay.connection.ssh.SshKind}.
 */
@NullMarked
package jplay.connection.ssh;

import org.jspecify.annotations.NullMarked;
