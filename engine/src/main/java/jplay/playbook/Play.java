package jplay.playbook;

import java.nio.file.Path;
import java.util.List;
import jplay.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A play: which hosts, and the blocks they go through.
 *
 * @param location where it begins
 * @param name as written, possibly a template; the host pattern when there is none
 * @param file the playbook it stands in, for relative paths
 * @param hosts the pattern or list of patterns, possibly a template
 * @param directives what its tasks inherit; already merged into them
 * @param options what concerns the play alone
 * @param varsFiles as written
 * @param varsPrompt as written
 * @param roles static roles in order, dependencies included, for their variables and names
 * @param preTasks ends with flushing handlers, like each section
 * @param roleTasks the blocks of the roles
 * @param tasks the play's own
 * @param postTasks after them
 * @param handlers of the roles first, then the play's own, in definition order
 */
public record Play(
        Location location,
        @Nullable Object name,
        Path file,
        @Nullable Object hosts,
        Directives directives,
        Options options,
        List<@Nullable Object> varsFiles,
        List<@Nullable Object> varsPrompt,
        List<Role> roles,
        List<Node> preTasks,
        List<Node> roleTasks,
        List<Node> tasks,
        List<Node> postTasks,
        List<Task> handlers) {
    public Play {
        roles = List.copyOf(roles);
        preTasks = List.copyOf(preTasks);
        roleTasks = List.copyOf(roleTasks);
        tasks = List.copyOf(tasks);
        postTasks = List.copyOf(postTasks);
        handlers = List.copyOf(handlers);
    }

    /**
     * Keywords of a play that its tasks do not inherit, as written; null where not given.
     *
     * @param gatherFacts also decided by the setting {@code gathering}
     * @param gatherSubset for the implicit fact gathering
     * @param gatherTimeout seconds
     * @param factPath folder of local facts
     * @param serial a number, a percentage, or a list of them
     * @param strategy {@code linear} when null
     * @param maxFailPercentage more failures end the play
     * @param order of the hosts
     * @param forceHandlers run handlers of failed hosts too
     */
    public record Options(
            @Nullable Object gatherFacts,
            @Nullable Object gatherSubset,
            @Nullable Object gatherTimeout,
            @Nullable Object factPath,
            @Nullable Object serial,
            @Nullable Object strategy,
            @Nullable Object maxFailPercentage,
            @Nullable Object order,
            @Nullable Object forceHandlers) {}
}
