/**
 * What a host is and what runs on it. This package holds what the ones inside it share: {@link
 * jplay.modules.system.Settings} carries a module's arguments to its script.
 *
 * <p>Entry types: the modules in {@code accounts}, {@code facts} and {@code services}.
 */
@NullMarked
package jplay.modules.system;

import org.jspecify.annotations.NullMarked;
