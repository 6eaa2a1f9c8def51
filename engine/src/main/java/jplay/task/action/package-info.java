/**
 * The actions: tasks that the engine does itself on the controller, declared like modules.
 *
 * <p>Entry type: {@link jplay.task.action.Actions}, the list of them.
 */
@NullMarked
package jplay.task.action;

import org.jspecify.annotations.NullMarked;
