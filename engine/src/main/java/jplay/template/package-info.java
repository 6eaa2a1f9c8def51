/**
 * Jinja as Ansible's users know it: templates, expressions and conditions over a scope of
 * variables.
 *
 * <p>Entry types: {@link jplay.template.Templar}, {@link jplay.template.Scope}. Expressions are a
 * language of their own with Python's semantics; only the structure of templates rests on Jinjava,
 * behind this package's face.
 */
@NullMarked
package jplay.template;

import org.jspecify.annotations.NullMarked;
