package jplay.playbook.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.module.ArgsSpec.ArgProblem;
import jplay.playbook.Directives;
import org.jspecify.annotations.Nullable;

/** Checks what a task gives its module against what the module takes. */
public record ArgumentCheck(Findings findings) {
    /** Reports all that is wrong with the arguments, each at its place. */
    public void check(Action action, Directives directives) {
        if (action.spec().isEmpty() || action.template() != null) {
            return;
        }
        var written = new LinkedHashMap<String, @Nullable Object>();
        for (var defaults : directives.moduleDefaults()) {
            if (!(defaults instanceof Map<?, ?> table) || hasGroups(table)) {
                return;
            }
            table.forEach((module, values) -> {
                if (Action.shortName(String.valueOf(module)).equals(action.shortName())
                        && values instanceof Map<?, ?> given) {
                    given.forEach((name, value) -> written.put(String.valueOf(name), value));
                }
            });
        }
        written.putAll(action.arguments());
        action.spec().get().check(written).forEach(problem -> report(action, problem));
    }

    private static boolean hasGroups(Map<?, ?> defaults) {
        return defaults.keySet().stream()
                .anyMatch(name -> String.valueOf(name).startsWith("group/"));
    }

    private void report(Action action, ArgProblem problem) {
        var place = action.places().get(problem.argument());
        if (place == null) {
            findings.error(
                    action.key().location(), action.key().text().length(), problem.message());
            return;
        }
        findings.error(place.name(), Math.max(1, problem.argument().length()), problem.message());
    }
}
