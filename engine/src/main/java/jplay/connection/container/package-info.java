/**
 * Hosts that are a part of this machine: containers of docker and podman, changed roots and other
 * namespaces. Their shells are started by the program that manages them.
 *
 * <p>Entry types: the kinds {@link jplay.connection.container.ContainerKind} and {@link
 * jplay.connection.container.ChrootKind}.
 */
@NullMarked
package jplay.connection.container;

import org.jspecify.annotations.NullMarked;
