package jplay.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/** The values of a result as text, with what only the engine needs left out. */
final class ResultText {
    private static final Set<String> SAID_BY_DEBUG =
            Set.of("changed", "skipped", "ansible_loop_var", "item");
    private static final Set<String> INTERNAL =
            Set.of("failed", "diff", "exception", "warnings", "deprecations");
    private static final Set<String> SKIPPED =
            Set.of("failed", "skipped", "diff", "exception", "warnings", "deprecations", "results");
    private static final String CENSORED =
            "the output has been hidden due to the fact that 'no_log: true' was specified for this result";

    private final int verbosity;
    private final ResultFormat format;

    ResultText(int verbosity, ResultFormat format) {
        this.verbosity = verbosity;
        this.format = format;
    }

    /**
     * Whether a good result is shown at all: {@code debug} always is, others from {@code -v} on.
     */
    boolean shown(Task task) {
        return verbosity > 0 || isToBeRead(task);
    }

    /** One line, or several indented ones for the actions whose point is to be read. */
    String of(Task task, Map<String, @Nullable Object> values, boolean hidden) {
        if (hidden) {
            return format.of(censored(values), false);
        }
        var broken = Boolean.TRUE.equals(values.get("failed")) && !values.containsKey("assertion");
        return format.of(shown(task, values), isToBeRead(task) && !broken);
    }

    /** All values but those that only the engine needs. */
    static Map<String, @Nullable Object> whole(Map<String, @Nullable Object> values) {
        var whole = without(values, INTERNAL);
        whole.remove("skipped", false);
        return whole;
    }

    /** The values that are there to be seen. */
    static Map<String, @Nullable Object> shown(Task task, Map<String, @Nullable Object> values) {
        var shown = without(values, INTERNAL);
        if (isDebug(task)) {
            shown.keySet().removeAll(SAID_BY_DEBUG);
            if (values.get("ansible_loop_var") instanceof String name) {
                shown.remove(name);
            }
        }
        return shown;
    }

    /** What is told of a skipped task. */
    String ofSkipped(Task task, Map<String, @Nullable Object> values) {
        var shown = without(values, SKIPPED);
        if (isDebug(task)) {
            shown.keySet().removeAll(Set.of("changed", "skip_reason", "ansible_loop_var"));
        }
        return format.of(shown, false);
    }

    /**
     * Results whose point is to be read: those of {@code debug}, and of {@code assert} unless it is
     * to be quiet.
     */
    static boolean isToBeRead(Task task) {
        var asserts =
                task.action().equals("assert") || task.action().equals("ansible.builtin.assert");
        return isDebug(task) || (asserts && !Boolean.TRUE.equals(task.arguments().get("quiet")));
    }

    private static boolean isDebug(Task task) {
        return task.action().equals("debug") || task.action().equals("ansible.builtin.debug");
    }

    static Map<String, @Nullable Object> censored(Map<String, @Nullable Object> values) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("censored", CENSORED);
        shown.put("changed", Boolean.TRUE.equals(values.get("changed")));
        return shown;
    }

    private static Map<String, @Nullable Object> without(
            Map<String, @Nullable Object> values, Set<String> names) {
        var rest = new LinkedHashMap<>(values);
        rest.keySet().removeIf(name -> names.contains(name) || name.startsWith("_ansible_"));
        return rest;
    }
}
