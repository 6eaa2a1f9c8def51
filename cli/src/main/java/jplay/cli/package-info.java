/**
 * The program: argv in, exit code out. Nothing else: what a run does is {@code jplay.run}, what it
 * shows is {@code jplay.console}. Entry type: {@link jplay.cli.Main}.
 */
@NullMarked
package jplay.cli;

import org.jspecify.annotations.NullMarked;
