/**
 * The catalog of all filters and tests.
 *
 * <p>Entry type: {@link jplay.template.plugin.Plugins}.
 */
@NullMarked
package jplay.template.plugin;

import org.jspecify.annotations.NullMarked;
