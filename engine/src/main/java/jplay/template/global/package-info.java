/**
 * The functions and objects every template knows.
 *
 * <p>Entry type: {@link jplay.template.global.Globals}.
 */
@NullMarked
package jplay.template.global;

import org.jspecify.annotations.NullMarked;
