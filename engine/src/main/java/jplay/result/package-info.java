/**
 * What happened on one host, and how the run went.
 *
 * <p>Entry types: {@link jplay.result.TaskResult}, {@link jplay.result.Recap}. Printing is not done
 * here.
 */
@NullMarked
package jplay.result;

import org.jspecify.annotations.NullMarked;
