/**
 * Trees of dicts and lists: the filters of {@code ansible.utils} on them, their paths, keys,
 * differences and XML.
 *
 * <p>Entry type: {@link jplay.template.ansible.data.DataFilters}.
 */
@NullMarked
package jplay.template.ansible.data;

import org.jspecify.annotations.NullMarked;
