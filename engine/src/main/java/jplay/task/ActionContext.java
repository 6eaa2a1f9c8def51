package jplay.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.play.Step;
import jplay.task.keyword.Controller;
import jplay.task.keyword.TaskFiles;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * What an action works with.
 *
 * @param scope what the task sees
 * @param arguments all that was given, rendered but for those the action evaluates itself
 * @param host the host that acts, which is not connected before it is asked for
 */
public record ActionContext(
        Step step,
        Scope scope,
        Templar templar,
        Map<String, @Nullable Object> arguments,
        Item item,
        TaskFiles files,
        Controller controller,
        ActingHost host,
        boolean check) {
    /**
     * The turn of a loop.
     *
     * @param vars variables of the loop, by name
     * @param label the item as it is shown; empty without a loop
     */
    public record Item(Map<String, @Nullable Object> vars, Optional<String> label) {
        /** When there is no loop. */
        public static final Item NONE = new Item(Map.of(), Optional.empty());
    }

    /** Where an argument's value was written. */
    public Location location(String argument) {
        var task = step.task();
        return task.argumentLocations().getOrDefault(argument, task.location());
    }

    /**
     * The first of one or several conditions that does not hold, as it was written; empty when all
     * hold.
     */
    public Optional<Object> failing(@Nullable Object conditions, Location origin) {
        return Judgement.failing(templar, conditions, scope, origin).stream()
                .map(each -> each instanceof TemplateString template ? template.text() : each)
                .findFirst();
    }

    /** What included tasks see of the task that includes them: its own variables and its loop. */
    public Effect.Surroundings surroundings(Map<String, @Nullable Object> apply) {
        var vars = new LinkedHashMap<>(step.task().control().vars());
        vars.putAll(item.vars());
        return new Effect.Surroundings(vars, item.label(), apply);
    }
}
