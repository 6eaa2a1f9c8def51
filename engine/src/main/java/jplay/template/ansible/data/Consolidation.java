package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code consolidate}: what several sources say of the same things, by thing and source. */
final class Consolidation {
    private static final String PREFIX = "Error when using plugin 'consolidate': ";
    private static final List<String> FIELDS = List.of("data", "match_key", "name");

    private final List<Source> sources;

    private Consolidation(List<Source> sources) {
        this.sources = sources;
    }

    /** A list of dicts that all have one key. */
    private record Source(List<Map<?, ?>> data, String key, String name) {
        static Source of(Map<?, ?> told) {
            for (var field : told.keySet()) {
                if (!FIELDS.contains(Text.of(field))) {
                    throw PythonError.value(
                            "data_sources."
                                    + Text.of(field)
                                    + ". Supported parameters include: data, match_key, name.");
                }
            }
            var data = new ArrayList<Map<?, ?>>();
            for (var entry : Iteration.list(field(told, "data"))) {
                if (!(entry instanceof Map<?, ?> dict)) {
                    throw PythonError.type(
                            "'" + Types.name(entry) + "' object is not subscriptable");
                }
                data.add(dict);
            }
            return new Source(
                    data, Text.of(field(told, "match_key")), Text.of(field(told, "name")));
        }

        private static @Nullable Object field(Map<?, ?> told, String name) {
            if (!told.containsKey(name)) {
                throw PythonError.value(
                        "missing required arguments: " + name + " found in data_sources");
            }
            return told.get(name);
        }

        @Nullable Object valueOf(Map<?, ?> entry) {
            return Keys.get(entry, key);
        }

        /** Which entries do not have the key, counted from 1. */
        List<Integer> without() {
            return IntStream.rangeClosed(1, data.size())
                    .filter(entry -> valueOf(data.get(entry - 1)) == PythonObject.ABSENT)
                    .boxed()
                    .toList();
        }

        /** The entries by what they have for the key; the last of equal ones. */
        Map<@Nullable Object, @Nullable Object> entries() {
            var entries = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (var entry : data) {
                if (valueOf(entry) != PythonObject.ABSENT) {
                    Keys.put(entries, valueOf(entry), entry);
                }
            }
            return entries;
        }
    }

    static Object apply(FilterCall call) {
        var typed = new TypedArguments(call);
        var failKey = typed.flag("fail_missing_match_key");
        var failValue = typed.flag("fail_missing_match_value");
        var failDuplicate = typed.flag("fail_duplicate");
        var sources = new ArrayList<Source>();
        for (var source : TypedArguments.list("data_sources", call.value())) {
            sources.add(Source.of(TypedArguments.dict("data_sources", source)));
        }
        var all = new Consolidation(sources);
        var problems = new ArrayList<String>();
        if (failKey) {
            report(problems, "fail_missing_match_key", all.missingKeys());
        }
        if (failDuplicate) {
            report(problems, "fail_duplicate", all.duplicates());
        }
        if (failValue && problems.isEmpty()) {
            report(problems, "fail_missing_match_value", all.missingValues());
        }
        if (!problems.isEmpty()) {
            throw PythonError.value(String.join("; ", problems));
        }
        return all.consolidated();
    }

    private static void report(List<String> problems, String check, List<String> found) {
        if (!found.isEmpty()) {
            problems.add(PREFIX + "'" + check + "' reported " + String.join(", ", found));
        }
    }

    private List<String> missingKeys() {
        var missing = new ArrayList<String>();
        for (var i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            for (var entry : source.without()) {
                missing.add(
                        "missing match key '%s' in data source %d in list entry %d"
                                .formatted(source.key, i + 1, entry));
            }
        }
        return missing;
    }

    private List<String> duplicates() {
        var duplicates = new ArrayList<String>();
        for (var i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            var known =
                    source.data.stream()
                            .filter(entry -> source.valueOf(entry) != PythonObject.ABSENT)
                            .count();
            if (source.entries().size() < known) {
                duplicates.add("duplicate values in data source " + (i + 1));
            }
        }
        return duplicates;
    }

    private Set<@Nullable Object> values() {
        var values = new TreeSet<@Nullable Object>(Comparison.ORDER);
        sources.forEach(source -> values.addAll(source.entries().keySet()));
        return values;
    }

    private List<String> missingValues() {
        var missing = new ArrayList<String>();
        for (var i = 0; i < sources.size(); i++) {
            var entries = sources.get(i).entries();
            var absent =
                    values().stream()
                            .filter(value -> Keys.get(entries, value) == PythonObject.ABSENT)
                            .map(Text::of)
                            .toList();
            if (!absent.isEmpty()) {
                missing.add(
                        "missing match value %s in data source %d"
                                .formatted(String.join(", ", absent), i + 1));
            }
        }
        return missing;
    }

    private Object consolidated() {
        var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var value : values()) {
            var said = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (var source : sources) {
                var entry = Keys.get(source.entries(), value);
                said.put(source.name, entry == PythonObject.ABSENT ? Map.of() : entry);
            }
            all.put(value, said);
        }
        return all;
    }
}
