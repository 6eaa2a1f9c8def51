/**
 * Lookups: where templates and loops fetch data from. What they answer is data, never a template.
 *
 * <p>Entry type: {@link jplay.template.lookup.LookupFunctions}.
 */
@NullMarked
package jplay.template.lookup;

import org.jspecify.annotations.NullMarked;
