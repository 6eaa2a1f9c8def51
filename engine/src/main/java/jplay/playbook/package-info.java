/**
 * The tree of a playbook and its loader. Nothing is evaluated here: values stay as written, every
 * node knows its place.
 *
 * <p>Entry types: {@link jplay.playbook.Playbook}, {@link jplay.playbook.load.PlaybookLoader}. What
 * is inherited (tags, when, become, vars and so on) is merged while loading, so a task holds all
 * that concerns it.
 */
@NullMarked
package jplay.playbook;

import org.jspecify.annotations.NullMarked;
