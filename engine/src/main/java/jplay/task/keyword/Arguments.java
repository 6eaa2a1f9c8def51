package jplay.task.keyword;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.playbook.Task;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/**
 * What a module or action is given: the task's arguments over the defaults that plays and blocks
 * set for it.
 */
public record Arguments(Task task, Templar templar, Scope scope) {
    /**
     * Renders all but the raw ones, which the action evaluates itself; omitted ones are left out.
     */
    public Map<String, @Nullable Object> rendered(String action, Set<String> raw) {
        try {
            var all = new LinkedHashMap<String, @Nullable Object>();
            written(action)
                    .forEach((name, value) ->
                            put(all, name, raw.contains(name) ? value : rendered(name, value)));
            return all;
        } catch (TemplateException e) {
            throw TaskProblem.of(
                    "Finalization of task args for '" + fullName(action) + "' failed", e);
        }
    }

    private static String fullName(String action) {
        return action.contains(".") ? action : "ansible.builtin." + action;
    }

    private @Nullable Object rendered(String name, @Nullable Object value) {
        return render(templar, value, scope, name);
    }

    private static void put(
            Map<String, @Nullable Object> all, String name, @Nullable Object value) {
        if (value != Omit.OMIT) {
            all.put(name, value);
        }
    }

    private Map<String, @Nullable Object> written(String action) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var defaults : task.directives().moduleDefaults()) {
            defaultsFor(
                            action,
                            defaults instanceof Map
                                    ? defaults
                                    : rendered("module_defaults", defaults))
                    .forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        if (task.rawArguments() != null) {
            if (!(rendered("args", task.rawArguments()) instanceof Map<?, ?> more)) {
                throw TaskProblem.of("The 'args' keyword must resolve to a mapping.");
            }
            more.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        all.putAll(task.arguments());
        return all;
    }

    private static Map<?, ?> defaultsFor(String action, @Nullable Object defaults) {
        if (!(defaults instanceof Map<?, ?> byModule)) {
            return Map.of();
        }
        var shortName = action.substring(action.lastIndexOf('.') + 1);
        for (var name : List.of(action, shortName, "ansible.builtin." + shortName)) {
            if (byModule.get(name) instanceof Map<?, ?> found) {
                return found;
            }
        }
        return Map.of();
    }

    /** Renders a value and says whose it is when that fails. */
    public static @Nullable Object render(
            Templar templar, @Nullable Object value, Scope scope, String name) {
        try {
            return templar.render(value, scope);
        } catch (TemplateException e) {
            throw TaskProblem.within("Error while resolving value for '" + name + "'", e);
        }
    }
}
