/**
 * The structure of templates: scanner, statements and their rendering. The tree is made of
 * Jinjava's nodes and tags; all expressions in it are ours.
 *
 * <p>Entry types: {@link jplay.template.jinja.ParsedTemplate}, {@link jplay.template.jinja.Loader}.
 */
@NullMarked
package jplay.template.jinja;

import org.jspecify.annotations.NullMarked;
