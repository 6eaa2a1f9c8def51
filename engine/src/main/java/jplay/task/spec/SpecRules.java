package jplay.task.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a specification demands between options.
 *
 * @param rules {@code mutually_exclusive}, {@code required_together}, {@code required_one_of},
 *     {@code required_if} and {@code required_by}, as written
 */
record SpecRules(Map<?, ?> rules, Map<String, @Nullable Object> given) {
    /** What was given though something else was. */
    List<String> exclusive() {
        var problems = new ArrayList<String>();
        for (var names : lists("mutually_exclusive")) {
            var both = names.stream().filter(given::containsKey).toList();
            if (both.size() > 1) {
                problems.add("parameters are mutually exclusive: " + String.join("|", names));
            }
        }
        return problems;
    }

    /** What is missing because of others. */
    List<String> required() {
        var problems = new ArrayList<String>();
        for (var names : lists("required_together")) {
            var count = names.stream().filter(given::containsKey).count();
            if (count > 0 && count < names.size()) {
                problems.add("parameters are required together: " + String.join(", ", names));
            }
        }
        for (var names : lists("required_one_of")) {
            if (names.stream().noneMatch(given::containsKey)) {
                problems.add("one of the following is required: " + String.join(", ", names));
            }
        }
        conditional(problems);
        dependent(problems);
        return problems;
    }

    private void conditional(List<String> problems) {
        if (!(rules.get("required_if") instanceof List<?> all)) {
            return;
        }
        for (var rule : all) {
            if (rule instanceof List<?> parts && parts.size() > 2) {
                conditional(parts, problems);
            }
        }
    }

    private void conditional(List<?> rule, List<String> problems) {
        var name = Text.of(rule.get(0));
        var applies =
                given.containsKey(name)
                        && Objects.equals(Text.of(given.get(name)), Text.of(rule.get(1)));
        var wanted = texts(rule.get(2));
        var missing = wanted.stream().filter(each -> !given.containsKey(each)).toList();
        var any = rule.size() > 3 && Boolean.TRUE.equals(rule.get(3));
        var broken = any ? missing.size() == wanted.size() : !missing.isEmpty();
        if (applies && broken && !wanted.isEmpty()) {
            problems.add(
                    "%s is %s but %s of the following are missing: %s"
                            .formatted(
                                    name,
                                    Text.of(rule.get(1)),
                                    any ? "any" : "all",
                                    String.join(", ", missing)));
        }
    }

    private void dependent(List<String> problems) {
        if (!(rules.get("required_by") instanceof Map<?, ?> all)) {
            return;
        }
        all.forEach((name, wanted) -> {
            var missing = texts(wanted).stream().filter(each -> !given.containsKey(each)).toList();
            if (given.get(Text.of(name)) != null && !missing.isEmpty()) {
                problems.add(
                        "missing parameter(s) required by '%s': %s"
                                .formatted(Text.of(name), String.join(", ", missing)));
            }
        });
    }

    private List<List<String>> lists(String rule) {
        return rules.get(rule) instanceof List<?> all
                ? all.stream().map(SpecRules::texts).toList()
                : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Text::of).toList()
                : List.of(Text.of(value));
    }
}
