/**
 * {@code ansible.utils.validate}: data held against JSON schemas of all drafts, and configurations
 * against rules.
 *
 * <p>Entry type: {@link jplay.template.ansible.schema.Validation}.
 */
@NullMarked
package jplay.template.ansible.schema;

import org.jspecify.annotations.NullMarked;
