/**
 * Who may log in where: {@code known_hosts} and {@code authorized_key}.
 *
 * <p>Entry types: the modules of those names. What connects to hosts is the engine's and is not
 * here.
 */
@NullMarked
package jplay.modules.ssh;

import org.jspecify.annotations.NullMarked;
