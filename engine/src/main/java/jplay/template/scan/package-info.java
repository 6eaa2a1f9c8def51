/**
 * From the source of a template to tokens: delimiters, comments, raw parts and the rules for white
 * space.
 *
 * <p>Entry types: {@link jplay.template.scan.TemplateLexer}, {@link jplay.template.scan.Syntax}.
 */
@NullMarked
package jplay.template.scan;

import org.jspecify.annotations.NullMarked;
