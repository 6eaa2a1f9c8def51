/**
 * Running commands: {@code command}, {@code shell}, {@code raw} and {@code script}.
 *
 * <p>Entry types: the modules of those names. What they have in common is {@link
 * jplay.modules.commands.Execution}.
 */
@NullMarked
package jplay.modules.commands;

import org.jspecify.annotations.NullMarked;
