package jplay.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a task wants to happen to the run beside its result; done when the task succeeded. */
public sealed interface Effect {
    /** Variables of the host, as by {@code set_fact}; {@code cacheable} ones are facts as well. */
    record SetFacts(Map<String, @Nullable Object> values, boolean cacheable) implements Effect {}

    /** Facts that a module found, under their full names. */
    record Facts(Map<String, @Nullable Object> values) implements Effect {}

    /** What is to happen to the variables of another host. */
    record About(String host, Effect effect) implements Effect {}

    /** Variables read from files. */
    record IncludedVars(Map<String, @Nullable Object> values) implements Effect {}

    /** A host for the rest of the run. */
    record AddHost(String name, List<String> groups, Map<String, @Nullable Object> vars)
            implements Effect {}

    /** The host joins a group. */
    record JoinGroup(String group, List<String> parents) implements Effect {}

    /** Numbers and texts shown at the end of the run. */
    record Stats(Map<String, @Nullable Object> data, boolean perHost, boolean aggregate)
            implements Effect {}

    /** Handlers to notify, by name or topic. */
    record Notify(List<String> names) implements Effect {}

    /** A file of tasks to run next. */
    record IncludeTasks(String file, Surroundings surroundings) implements Effect {}

    /** A role to run next. */
    record IncludeRole(RoleRequest role, Surroundings surroundings) implements Effect {}

    /** A word to the engine, such as {@code flush_handlers}. */
    record Meta(String word) implements Effect {}

    /**
     * What included tasks see.
     *
     * @param vars the include's own variables, and the item of the loop, if any, under its name
     * @param label how the item is shown; empty when there is no loop
     * @param apply keywords for the included tasks, as written under {@code apply}
     */
    record Surroundings(
            Map<String, @Nullable Object> vars,
            Optional<String> label,
            Map<String, @Nullable Object> apply) {}

    /**
     * Which role, and which of its files.
     *
     * @param tasksFrom file of {@code tasks/}; and so on for the others
     * @param validates whether its arguments are held against its specification
     */
    record RoleRequest(
            String name,
            String tasksFrom,
            String varsFrom,
            String defaultsFrom,
            String handlersFrom,
            boolean allowDuplicates,
            boolean publishes,
            boolean validates) {}
}
