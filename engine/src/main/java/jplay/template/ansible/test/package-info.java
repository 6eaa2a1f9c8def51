/**
 * Ansible's tests, in alphabetical tables by topic.
 *
 * <p>Entry type: {@link jplay.template.ansible.test.AnsibleTests}.
 */
@NullMarked
package jplay.template.ansible.test;

import org.jspecify.annotations.NullMarked;
