/**
 * Text files of the host that are changed in part: {@code lineinfile}, {@code blockinfile}, {@code
 * replace}, {@code ini_file}.
 *
 * <p>Entry types: the modules of those names. How a file is read and written stands once, in {@link
 * jplay.modules.files.text.TextEdit}, for modules of other packages too.
 */
@NullMarked
package jplay.modules.files.text;

import org.jspecify.annotations.NullMarked;
