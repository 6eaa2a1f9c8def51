/**
 * Who runs now: the order in which the hosts of a batch do their steps, and what results do to the
 * run.
 *
 * <p>Entry types: {@link jplay.strategy.Strategy}, {@link jplay.strategy.BatchRun}. One thread
 * decides; tasks run on virtual threads of their own and tell it what happened through a queue.
 */
@NullMarked
package jplay.strategy;

import org.jspecify.annotations.NullMarked;
