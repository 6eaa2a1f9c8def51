/**
 * What a person sees of a run: Ansible's default output, line for line, and diagnostics with their
 * source lines.
 *
 * <p>Entry types: {@link jplay.console.HumanOutput} and the outputs beside it, {@link
 * jplay.console.StatusLine}, {@link jplay.console.DiagnosticText}. With {@code jplay.cli} the only
 * place that writes to standard streams.
 */
@NullMarked
package jplay.console;

import org.jspecify.annotations.NullMarked;
