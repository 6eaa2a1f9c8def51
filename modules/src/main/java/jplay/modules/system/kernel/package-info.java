/**
 * What the kernel of a host is told: {@code sysctl} and the host's name.
 *
 * <p>Entry types: the modules of those names.
 */
@NullMarked
package jplay.modules.system.kernel;

import org.jspecify.annotations.NullMarked;
