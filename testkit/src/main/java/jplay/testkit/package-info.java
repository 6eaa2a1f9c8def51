/**
 * What tests of several modules share.
 *
 * <p>Entry type: {@link jplay.testkit.ScriptHost}.
 */
@NullMarked
package jplay.testkit;

import org.jspecify.annotations.NullMarked;
