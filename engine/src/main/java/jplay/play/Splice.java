package jplay.play;

import java.util.Map;
import jplay.playbook.Block;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that were loaded while the play ran, to be put behind the step that asked for them. Hosts
 * given the same splice go through it together.
 *
 * @param order decides which of several splices at one place comes first; unique within a run
 * @param block what to run
 * @param vars seen by all of its tasks
 */
public record Splice(int order, Block block, Map<String, @Nullable Object> vars) {}
