package jplay.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** What is compared of a case: what the task told in each turn, and the units it left changed. */
record Answer(Map<String, Map<String, @Nullable Object>> turns, List<String> after) {
    static final List<String> TURNS = List.of("check", "first", "again");

    private static final List<String> TOLD =
            List.of("changed", "failed", "msg", "name", "state", "enabled", "status", "warnings");

    private static final List<String> FAILURE = List.of("changed", "failed", "msg");

    private static final List<String> PROPERTIES =
            List.of(
                    "ActiveState",
                    "CanReload",
                    "Description",
                    "Environment",
                    "FragmentPath",
                    "Id",
                    "LoadError",
                    "LoadState",
                    "Result",
                    "SubState",
                    "Type",
                    "UnitFileState");

    /** That of results as tasks register them, or of an answer as it is kept. */
    static Answer of(Map<?, ?> told) {
        var turns = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (var turn : TURNS) {
            turns.put(turn, told((Map<?, ?>) told.get(turn)));
        }
        var after = new ArrayList<String>();
        ((List<?>) told.get("after")).forEach(line -> after.add(line.toString()));
        return new Answer(turns, after);
    }

    private static Map<String, @Nullable Object> told(Map<?, ?> result) {
        var told = new TreeMap<String, @Nullable Object>();
        result.forEach((key, value) -> told.put(key.toString(), value));
        told.putIfAbsent("failed", false);
        told.keySet().retainAll(Boolean.TRUE.equals(told.get("failed")) ? FAILURE : TOLD);
        if (told.get("status") instanceof Map<?, ?> status) {
            var some = new TreeMap<Object, @Nullable Object>(status);
            some.keySet().retainAll(PROPERTIES);
            told.put("status", some);
        }
        return told;
    }

    /** Without some of what was told. */
    Answer without(Set<String> names) {
        var turns = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        this.turns.forEach((turn, told) -> {
            if (!names.contains(turn)) {
                var rest = new TreeMap<>(told);
                rest.keySet().removeAll(names);
                turns.put(turn, rest);
            }
        });
        return new Answer(turns, names.contains("after") ? List.of() : after);
    }

    /** A line for each turn, as it is kept. */
    String text() {
        var text = new StringBuilder();
        turns.forEach((turn, told) -> text.append(line(turn, told)).append(",\n"));
        return text.append(line("after", after)).toString();
    }

    private static String line(String name, Object value) {
        return "  \"%s\": %s".formatted(name, Json.write(value, Json.Style.SORTED));
    }
}
