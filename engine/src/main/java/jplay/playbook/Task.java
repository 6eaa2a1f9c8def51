package jplay.playbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * One task or handler, as written.
 *
 * @param location where it begins
 * @param name as written, possibly a template; null when there is none
 * @param action which module or action, possibly a template, such as {@code copy} or {@code
 *     ansible.builtin.copy}
 * @param arguments what the module is given, in order; values as written (templates unrendered);
 *     the free text of modules that take one stands under their free-form argument's name
 * @param rawArguments a template that gives more arguments ({@code args: "{{ x }}"}); null when
 *     there is none
 * @param argumentLocations where each argument's value begins, by its name
 * @param directives keywords, merged with what the task stands in
 * @param control keywords that are the task's own
 * @param listen topics a handler answers to beside its name
 * @param role the role it belongs to
 * @param file the file it stands in; relative paths of includes start there
 */
public record Task(
        Location location,
        @Nullable Object name,
        String action,
        Map<String, @Nullable Object> arguments,
        @Nullable Object rawArguments,
        Map<String, Location> argumentLocations,
        Directives directives,
        Control control,
        List<@Nullable Object> listen,
        Optional<Role> role,
        Path file)
        implements Node {
    /** The same task with other arguments. */
    public Task with(Map<String, @Nullable Object> others) {
        return new Task(
                location,
                name,
                action,
                others,
                rawArguments,
                argumentLocations,
                directives,
                control,
                listen,
                role,
                file);
    }

    /**
     * Keywords that are not inherited, as written; null where not given.
     *
     * @param loop what to loop over, and how
     * @param register name of the variable that keeps the result
     * @param until repeat until this holds
     * @param retries how often; also a number of tries without {@code until}
     * @param delay seconds between tries
     * @param changedWhen overrides changed
     * @param failedWhen overrides failed
     * @param notifies handlers to notify when changed: names or topics
     * @param async seconds a job may run in the background
     * @param poll seconds between looks at it
     * @param delegateTo another host to act on
     * @param delegateFacts whether facts belong to that host
     * @param vars variables written on the task itself; what it includes sees them above facts
     * @param surrounding keywords of what the task stands in, without its own; tasks that it
     *     includes inherit these
     */
    public record Control(
            Optional<LoopSource> loop,
            @Nullable Object register,
            @Nullable Object until,
            @Nullable Object retries,
            @Nullable Object delay,
            @Nullable Object changedWhen,
            @Nullable Object failedWhen,
            List<@Nullable Object> notifies,
            @Nullable Object async,
            @Nullable Object poll,
            @Nullable Object delegateTo,
            @Nullable Object delegateFacts,
            Map<String, @Nullable Object> vars,
            Directives surrounding) {
        /** Nothing given. */
        public static final Control NONE =
                new Control(
                        Optional.empty(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        Directives.NONE);
    }

    /**
     * What a task loops over.
     *
     * @param lookup {@code loop}, or the name behind {@code with_}
     * @param terms as written
     * @param control {@code loop_control} as written: {@code loop_var}, {@code index_var}, {@code
     *     label}, {@code pause}, {@code extended}, {@code extended_allitems}, {@code break_when}
     */
    public record LoopSource(
            String lookup,
            @Nullable Object terms,
            Location location,
            Map<String, @Nullable Object> control) {}
}
