/**
 * JMESPath over the values of templates.
 *
 * <p>Entry type: {@link jplay.template.ansible.query.JsonQuery}.
 */
@NullMarked
package jplay.template.ansible.query;

import org.jspecify.annotations.NullMarked;
