/**
 * Whether a host is the one it claims to be: files of known hosts, and what is done about a host
 * that they do not know.
 *
 * <p>Entry type: {@link jplay.connection.ssh.hostkey.HostKeyCheck}.
 */
@NullMarked
package jplay.connection.ssh.hostkey;

import org.jspecify.annotations.NullMarked;
