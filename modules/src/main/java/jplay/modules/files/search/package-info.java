/**
 * Finding files on a host: {@code find}.
 *
 * <p>Entry type: {@link jplay.modules.files.search.Find}. The host lists, the controller chooses,
 * because only here are Python's patterns understood.
 */
@NullMarked
package jplay.modules.files.search;

import org.jspecify.annotations.NullMarked;
