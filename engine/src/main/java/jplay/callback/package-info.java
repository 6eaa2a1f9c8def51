/**
 * Events of a run for anyone who watches.
 *
 * <p>Entry type: {@link jplay.callback.Callback}. Events come from one thread at a time, in order.
 */
@NullMarked
package jplay.callback;

import org.jspecify.annotations.NullMarked;
