package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.ansible.PythonRegex;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** The engine {@code config}: lines of a configuration that must not be there. */
final class ConfigRules {
    private final List<Rule> rules = new ArrayList<>();

    /** One line of the criteria. */
    private record Rule(String name, PythonRegex regex, boolean fails) {
        void check(String[] lines, List<@Nullable Object> errors) {
            for (var line : lines) {
                if (regex.matcher(line).find()) {
                    var error = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                    error.put("message", name);
                    error.put("found", line);
                    errors.add(error);
                }
            }
        }
    }

    ConfigRules(@Nullable Object criteria) {
        var problems = new ArrayList<String>();
        var given = criteria instanceof Map ? List.of(criteria) : elements(criteria);
        given.forEach(rule -> add(rule, problems));
        if (!problems.isEmpty()) {
            throw PythonError.value(String.join("\n\n", problems));
        }
    }

    private static List<? extends @Nullable Object> elements(@Nullable Object criteria) {
        return criteria instanceof CharSequence text ? List.of(text) : Iteration.list(criteria);
    }

    private void add(@Nullable Object written, List<String> problems) {
        var rule = written instanceof Map<?, ?> dict ? dict : Map.of();
        var missing =
                List.of("name", "action", "rule").stream()
                        .filter(key -> !rule.containsKey(key))
                        .toList();
        for (var key : missing) {
            problems.add("Criteria " + Text.of(written) + " missing \"" + key + "\" key");
        }
        if (!missing.isEmpty()) {
            return;
        }
        var action = Text.of(rule.get("action"));
        if (!List.of("fail", "warn").contains(action)) {
            problems.add(
                    "Action in criteria %s is not one of \"warn\" or \"fail\""
                            .formatted(Text.repr(rule)));
        }
        try {
            var regex = PythonRegex.compile(Text.of(rule.get("rule")), false, false);
            rules.add(new Rule(Text.of(rule.get("name")), regex, action.equals("fail")));
        } catch (PythonError e) {
            problems.add(
                    "Failed to compile regex \"%s\": %s"
                            .formatted(Text.of(rule.get("rule")), e.getMessage()));
        }
    }

    /** The lines that break a rule; those that only deserve a warning are left out. */
    List<@Nullable Object> check(@Nullable Object data) {
        if (!(data instanceof CharSequence text)) {
            return new ArrayList<>(
                    List.of("'" + Types.name(data) + "' object has no attribute 'split'"));
        }
        var lines = text.toString().split("\n", -1);
        var errors = new ArrayList<@Nullable Object>();
        rules.stream().filter(Rule::fails).forEach(rule -> rule.check(lines, errors));
        return errors;
    }
}
