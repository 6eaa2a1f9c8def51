/**
 * etcd clusters as the controller sees them, through etcd's own protocol.
 *
 * <p>Entry type: {@link jplay.modules.etcd.Etcdctl}. Installing and running etcd is the work of the
 * roles below {@code roles/etcd3}.
 */
@NullMarked
package jplay.modules.etcd;

import org.jspecify.annotations.NullMarked;
