/**
 * The etcd playbooks, run as users run them and judged from outside: by clients, processes and
 * files.
 */
@NullMarked
package jplay.etcd;

import org.jspecify.annotations.NullMarked;
