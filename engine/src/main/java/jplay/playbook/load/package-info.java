/**
 * Reads playbooks, roles and files of tasks into the tree of {@link jplay.playbook}, and finds all
 * that is wrong with them before anything runs.
 *
 * <p>Entry types: {@link jplay.playbook.load.PlaybookLoader}, {@link
 * jplay.playbook.load.LoadOptions}. Nothing is evaluated here.
 */
@NullMarked
package jplay.playbook.load;

import org.jspecify.annotations.NullMarked;
