/**
 * Attributes, items, slices and methods of the values templates see, as Python defines them.
 *
 * <p>Entry type: {@link jplay.template.method.Attributes}. Every type's methods stand in one table.
 */
@NullMarked
package jplay.template.method;

import org.jspecify.annotations.NullMarked;
