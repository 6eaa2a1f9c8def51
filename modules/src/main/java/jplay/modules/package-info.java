/**
 * The modules that come with jplay, by feature in packages of their own.
 *
 * <p>Entry type: {@link jplay.modules.Builtins}, the list of them.
 */
@NullMarked
package jplay.modules;

import org.jspecify.annotations.NullMarked;
