package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.template.ansible.PythonRegex;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.FilterCall;
import jplay.template.format.JsonWriter;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code fact_diff}: the lines in which two values differ, with all lines around them. */
final class FactDiff {
    private static final String ENGINE = "ansible.utils.native";
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private FactDiff() {}

    /** Ansible answers with the text of a list, not with a list. */
    static Object apply(FilterCall call) {
        var plugin =
                call.has("plugin") ? TypedArguments.dict("plugin", call.get("plugin")) : Map.of();
        known("plugin", plugin, Set.of("name", "vars"));
        if (plugin.containsKey("name") && !ENGINE.equals(Text.of(plugin.get("name")))) {
            throw PythonError.value(
                    "there is no diff plugin "
                            + Text.repr(plugin.get("name"))
                            + ", only "
                            + ENGINE);
        }
        var options =
                TypedArguments.dict(
                        "vars", plugin.containsKey("vars") ? plugin.get("vars") : Map.of());
        known("plugin.vars", options, Set.of("skip_lines"));
        var before = Undefined.refuse(call.value());
        var after = call.get("after");
        if (options.get("skip_lines") != null) {
            var skipped = skipped(options.get("skip_lines"));
            before = without(skipped, before);
            after = without(skipped, after);
        }
        var lines = unified(lines(before), lines(after));
        if (new TypedArguments(call).flag("common")) {
            lines.removeIf(line -> line.startsWith("-") || line.startsWith("+"));
        }
        return Text.repr(lines);
    }

    private static void known(String what, Map<?, ?> given, Set<String> names) {
        for (var key : given.keySet()) {
            if (!names.contains(Text.of(key))) {
                throw PythonError.value(
                        what
                                + "."
                                + Text.of(key)
                                + ". Supported parameters include: "
                                + String.join(", ", names.stream().sorted().toList())
                                + ".");
            }
        }
    }

    private static List<PythonRegex> skipped(@Nullable Object patterns) {
        return TypedArguments.list("skip_lines", patterns).stream()
                .map(Text::of)
                .map(pattern -> PythonRegex.compile(pattern, false, false))
                .toList();
    }

    private static Object without(List<PythonRegex> skipped, @Nullable Object value) {
        var lines =
                value instanceof CharSequence text
                        ? Strings.lines(text.toString(), false)
                        : Iteration.list(value).stream().map(Text::of).toList();
        return lines.stream()
                .filter(line ->
                        skipped.stream().noneMatch(regex -> regex.matcher(line).lookingAt()))
                .toList();
    }

    /** The lines of a value, with their ends. */
    private static List<String> lines(@Nullable Object value) {
        var text =
                switch (value) {
                    case null -> "";
                    case CharSequence written -> written.toString();
                    case Map<?, ?> dict ->
                            JsonWriter.sorted(Optional.of(" ".repeat(4))).write(dict) + "\n";
                    default -> {
                        if (!Types.isSequence(value)) {
                            throw PythonError.type(
                                    "'"
                                            + Types.name(value)
                                            + "' object has no attribute 'splitlines'");
                        }
                        var elements = Iteration.list(value).stream().map(Text::of).toList();
                        yield String.join("\n", elements) + "\n";
                    }
                };
        return Strings.lines(text, true);
    }

    private static List<String> unified(List<String> before, List<String> after) {
        var lines = new ArrayList<String>();
        if (before.equals(after)) {
            return lines;
        }
        lines.add("--- before");
        lines.add("+++ after");
        lines.add("@@ -" + range(before.size()) + " +" + range(after.size()) + " @@");
        var left = 0;
        var right = 0;
        for (var run : SequenceMatcher.runs(before, after)) {
            before.subList(left, run.left()).forEach(line -> append(lines, "-", line));
            after.subList(right, run.right()).forEach(line -> append(lines, "+", line));
            left = run.left() + run.length();
            right = run.right() + run.length();
            before.subList(run.left(), left).forEach(line -> append(lines, " ", line));
        }
        lines.add("");
        return lines;
    }

    private static String range(int count) {
        return count == 1 ? "1" : (count == 0 ? "0" : "1") + "," + count;
    }

    private static void append(List<String> lines, String mark, String line) {
        var bare = Strings.lines(line, false);
        lines.add(mark + (bare.isEmpty() ? "" : bare.getFirst()));
        if (!line.endsWith("\n")) {
            lines.add(NO_NEWLINE);
        }
    }
}
