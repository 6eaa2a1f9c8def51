/**
 * Filters and tests, each declared once with its name and parameters, in alphabetical tables by
 * topic.
 *
 * <p>Entry type: {@link jplay.template.filter.Filter}.
 */
@NullMarked
package jplay.template.filter;

import org.jspecify.annotations.NullMarked;
