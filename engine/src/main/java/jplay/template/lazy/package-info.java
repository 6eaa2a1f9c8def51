/**
 * Lists and dicts whose templates are rendered when they are read.
 *
 * <p>Entry type: {@link jplay.template.lazy.Lazy}.
 */
@NullMarked
package jplay.template.lazy;

import org.jspecify.annotations.NullMarked;
