/**
 * Ansible's filters, in alphabetical tables by topic.
 *
 * <p>Entry type: {@link jplay.template.ansible.filter.AnsibleFilters}.
 */
@NullMarked
package jplay.template.ansible.filter;

import org.jspecify.annotations.NullMarked;
