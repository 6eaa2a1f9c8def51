/**
 * Which variable wins: the ladder of precedence, what hosts were found to be, and the variables
 * that are always there.
 *
 * <p>Entry types: {@link jplay.vars.Variables}, {@link jplay.vars.HostVars}, {@link
 * jplay.vars.VariablePrecedence}. Values are handed out unrendered.
 */
@NullMarked
package jplay.vars;

import org.jspecify.annotations.NullMarked;
