/**
 * Callbacks that run beside the output: timings, reports and files. They are switched on by {@code
 * callbacks_enabled}.
 *
 * <p>Entry type: {@link jplay.console.callback.EnabledCallbacks}.
 */
@NullMarked
package jplay.console.callback;

import org.jspecify.annotations.NullMarked;
