/**
 * The contract of a module, and the types its arguments can have. This is what an author of modules
 * sees.
 *
 * <p>Entry types: {@link jplay.module.Module}, {@link jplay.module.Plan}, {@link
 * jplay.module.ArgsSpec}, {@link jplay.module.Remote}. Nothing here reaches a host by itself.
 */
@NullMarked
package jplay.module;

import org.jspecify.annotations.NullMarked;
