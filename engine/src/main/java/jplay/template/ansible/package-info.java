/**
 * What Ansible's filters, tests and lookups share: Python's regular expressions, random numbers,
 * paths and versions.
 *
 * <p>Entry types: {@link jplay.template.ansible.PythonRegex}, {@link
 * jplay.template.ansible.Booleans}.
 */
@NullMarked
package jplay.template.ansible;

import org.jspecify.annotations.NullMarked;
