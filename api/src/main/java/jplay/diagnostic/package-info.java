/**
 * Where something went wrong and what to say about it.
 *
 * <p>Entry types: {@link jplay.diagnostic.Location}, {@link jplay.diagnostic.Diagnostic}, {@link
 * jplay.diagnostic.PlaybookException}. Printing them is not done here.
 */
@NullMarked
package jplay.diagnostic;

import org.jspecify.annotations.NullMarked;
