package jplay.run;

import jplay.result.Recap;

/**
 * How a run ended.
 *
 * @param failed whether a host failed
 * @param unreachable whether a host was lost
 * @param interrupted whether it was stopped from outside
 */
public record RunEnd(Recap recap, boolean failed, boolean unreachable, boolean interrupted) {}
