/**
 * Files, folders and links: {@code file}, {@code copy}, {@code template}, {@code stat} and their
 * like.
 *
 * <p>Entry types: the modules of those names. Owner, group and mode are dealt with once, in {@link
 * jplay.modules.files.Attributes}.
 */
@NullMarked
package jplay.modules.files;

import org.jspecify.annotations.NullMarked;
