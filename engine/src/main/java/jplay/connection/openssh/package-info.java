/**
 * The system's own ssh, for what needs it: GSSAPI, PKCS#11, ProxyCommand and whatever its
 * configuration can say. Hosts are reached over connections that it keeps and shares.
 *
 * <p>Entry type: {@link jplay.connection.openssh.OpenSshKind}.
 */
@NullMarked
package jplay.connection.openssh;

import org.jspecify.annotations.NullMarked;
