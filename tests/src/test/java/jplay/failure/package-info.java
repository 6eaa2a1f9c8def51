/**
 * What goes wrong with real hosts, and what jplay says and does then: a table of cases for each
 * kind of trouble.
 *
 * <p>{@link jplay.failure.Controller} runs the program, {@link jplay.failure.Run} is what it gave.
 */
@NullMarked
package jplay.failure;

import org.jspecify.annotations.NullMarked;
