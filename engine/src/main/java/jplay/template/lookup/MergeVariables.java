package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code merge_variables}: all lists or dicts whose variables' names match, as one. */
final class MergeVariables {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of(
                            "community.general.merge_variables(terms, pattern_type=none,"
                                    + " initial_value=none, override=none, groups=none)",
                            MergeVariables::run));

    private static final String ENVIRONMENT = "ANSIBLE_MERGE_VARIABLES_";

    private final FilterCall call;
    private final String overriding;

    private MergeVariables(FilterCall call) {
        this.call = call;
        this.overriding = option("override", "error", Set.of("error", "warn", "ignore"));
    }

    private static List<@Nullable Object> run(FilterCall call) {
        var merge = new MergeVariables(call);
        var pattern = merge.option("pattern_type", "regex", Set.of("prefix", "suffix", "regex"));
        var merged = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            if (!(term instanceof CharSequence)) {
                throw PythonError.type(
                        "Non-string type '"
                                + Types.name(term)
                                + "' passed, only 'str' types are allowed!");
            }
            merged.add(merge.all(matcher(pattern, Text.of(term))));
        }
        return merged;
    }

    private String option(String name, String orElse, Set<String> choices) {
        var environment = ENVIRONMENT + name.toUpperCase(java.util.Locale.ROOT);
        var value =
                call.has(name)
                        ? call.text(name)
                        : call.evaluation().surroundings().environment(environment).orElse(orElse);
        if (!choices.contains(value)) {
            throw PythonError.value("Invalid value '" + value + "' for config '" + name + "'");
        }
        return value;
    }

    private static Predicate<String> matcher(String kind, String pattern) {
        return switch (kind) {
            case "prefix" -> name -> name.startsWith(pattern);
            case "suffix" -> name -> name.endsWith(pattern);
            default -> {
                var regex = PythonRegex.compile(pattern, false, false);
                yield name -> regex.matcher(name).find();
            }
        };
    }

    private @Nullable Object all(Predicate<String> matches) {
        var result = call.get("initial_value");
        if (!call.has("groups")) {
            return over(result, matches, null);
        }
        for (var host : hosts()) {
            var variables = call.evaluation().item(call.evaluation().variable("hostvars"), host);
            result = over(result, matches, (Map<?, ?>) variables);
        }
        return result;
    }

    /** Variables of a host, or of the scope. */
    private @Nullable Object over(
            @Nullable Object start, Predicate<String> matches, @Nullable Map<?, ?> host) {
        var names = new TreeSet<String>();
        var known = host == null ? call.evaluation().surroundings().variableNames() : host.keySet();
        known.stream().map(Text::of).filter(matches).forEach(names::add);
        var result = start;
        for (var name : names) {
            var value = host == null ? call.evaluation().variable(name) : host.get(name);
            result = result == null ? checked(value) : joined(result, value, name);
        }
        return result;
    }

    private Set<String> hosts() {
        var hosts = new TreeSet<String>();
        var groups = call.evaluation().variable("groups");
        for (var group : call.list("groups")) {
            var members = call.evaluation().item(groups, group);
            Iteration.list(members).stream().map(Text::of).forEach(hosts::add);
        }
        return hosts;
    }

    private static @Nullable Object checked(@Nullable Object value) {
        if (value instanceof Map || Types.isSequence(value)) {
            return value;
        }
        throw PythonError.type("Not supported type detected, variable must be a list or a dict");
    }

    private Object joined(@Nullable Object under, @Nullable Object over, String name) {
        if (under instanceof Map<?, ?> one && checked(over) instanceof Map<?, ?> other) {
            return dicts(one, other, name);
        }
        if (Types.isSequence(under) && Types.isSequence(checked(over))) {
            var all = Iteration.list(under);
            all.addAll(Iteration.list(over));
            return all;
        }
        throw PythonError.type("Unable to merge, not all variables are of the same type");
    }

    private Object dicts(Map<?, ?> under, Map<?, ?> over, String path) {
        var result = new LinkedHashMap<@Nullable Object, @Nullable Object>(under);
        over.forEach((key, value) ->
                result.put(
                        key,
                        result.containsKey(key)
                                ? one(result.get(key), value, path + "." + Text.of(key))
                                : value));
        return result;
    }

    private @Nullable Object one(@Nullable Object before, @Nullable Object after, String path) {
        if (before instanceof Map && after instanceof Map) {
            return joined(before, after, path);
        }
        if (Types.isSequence(before) && Types.isSequence(after)) {
            return joined(before, after, path);
        }
        if (!Comparison.equal(before, after)) {
            overwritten(before, after, path);
        }
        return after;
    }

    private void overwritten(@Nullable Object before, @Nullable Object after, String path) {
        var key = path.substring(path.lastIndexOf('.') + 1);
        var message =
                "The key '%s' with value '%s' will be overwritten with value '%s' from '%s'"
                        .formatted(key, Text.of(before), Text.of(after), path);
        if (overriding.equals("error")) {
            throw PythonError.value(message);
        }
        if (overriding.equals("warn")) {
            call.evaluation().surroundings().deprecate(message);
        }
    }
}
