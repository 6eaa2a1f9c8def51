/**
 * Python's objects as templates see them, over Java's values: null is None, then Boolean, Long and
 * BigInteger, Double, String, List, {@link jplay.template.python.Tuple}, Map, Set and the few
 * classes here.
 *
 * <p>Entry types: {@link jplay.template.python.Types}, {@link jplay.template.python.Comparison},
 * {@link jplay.template.python.Arithmetic}, {@link jplay.template.python.Text}. Attributes and
 * methods are in {@code jplay.template.method}.
 */
@NullMarked
package jplay.template.python;

import org.jspecify.annotations.NullMarked;
