/**
 * Which task is next on which host: sections, blocks with rescue and always, handlers, roles that
 * already ran, and included tasks spliced in.
 *
 * <p>Entry types: {@link jplay.play.Program}, {@link jplay.play.PlayIterator}, {@link
 * jplay.play.Step}. Nothing is run here; what a step came to is told with {@link jplay.play.Turn}.
 */
@NullMarked
package jplay.play;

import org.jspecify.annotations.NullMarked;
