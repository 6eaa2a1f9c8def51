/**
 * The command line: arguments in, exit code out; nothing else.
 *
 * <p>Entry type: {@link jplay.cli.Main}.
 */
@NullMarked
package jplay.cli;

import org.jspecify.annotations.NullMarked;
