package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.template.ansible.PythonRegex;
import jplay.template.python.Iteration;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** What schemas ask of dicts. */
final class DictKeywords {
    static final Map<String, Keyword> TABLE =
            Map.of(
                    "additionalProperties", of(DictKeywords::additional),
                    "maxProperties",
                            of(check ->
                                    ScalarKeywords.longest(
                                            check, check.dict().size(), "has too many properties")),
                    "minProperties",
                            of(check ->
                                    ScalarKeywords.shortest(
                                            check,
                                            check.dict().size(),
                                            "does not have enough properties")),
                    "patternProperties", of(DictKeywords::patterns),
                    "properties", of(DictKeywords::properties),
                    "propertyNames", of(DictKeywords::names),
                    "required", of(check -> required(check, check.toldList())));

    /** What one key asks of others since 2019. */
    static final Map<String, Keyword> DEPENDENT =
            Map.of(
                    "dependentRequired", of(DictKeywords::dependencies),
                    "dependentSchemas", of(DictKeywords::dependencies));

    /** Both in one before that. */
    static final Map<String, Keyword> DEPENDENCIES =
            Map.of("dependencies", of(DictKeywords::dependencies));

    private DictKeywords() {}

    private static Keyword of(Keyword keyword) {
        return keyword.of("object");
    }

    private static void properties(Check check) {
        check.toldDict()
                .forEach((name, schema) -> {
                    if (check.dict().containsKey(name)) {
                        check.descend(new Check.Part(check.dict().get(name), schema), name, name);
                    }
                });
    }

    private static void patterns(Check check) {
        check.toldDict()
                .forEach((pattern, schema) -> {
                    var regex = PythonRegex.compile(Text.of(pattern), false, false);
                    for (var entry : check.dict().entrySet()) {
                        if (regex.matcher(Text.of(entry.getKey())).find()) {
                            check.descend(
                                    new Check.Part(entry.getValue(), schema),
                                    entry.getKey(),
                                    pattern);
                        }
                    }
                });
    }

    private static void names(Check check) {
        for (var name : check.dict().keySet()) {
            check.descend(new Check.Part(name, check.told()), null, null);
        }
    }

    private static void required(Check check, List<? extends @Nullable Object> names) {
        for (var name : names) {
            if (!check.dict().containsKey(name)) {
                check.fail(Text.repr(name) + " is a required property");
            }
        }
    }

    /** Patterns that keys are compared with, in alphabetical order. */
    private static List<String> patternsOf(Map<?, ?> schema) {
        return schema.get("patternProperties") instanceof Map<?, ?> patterns
                ? patterns.keySet().stream().map(Text::of).sorted().toList()
                : List.of();
    }

    /** Keys that neither {@code properties} nor {@code patternProperties} speak of. */
    static List<@Nullable Object> extras(Map<?, ?> dict, Map<?, ?> schema) {
        var regexes =
                patternsOf(schema).stream()
                        .map(pattern -> PythonRegex.compile(pattern, false, false))
                        .toList();
        var extras = new ArrayList<@Nullable Object>(dict.keySet());
        if (schema.get("properties") instanceof Map<?, ?> known) {
            extras.removeAll(known.keySet());
        }
        extras.removeIf(
                name -> regexes.stream().anyMatch(regex -> regex.matcher(Text.of(name)).find()));
        return extras;
    }

    private static void additional(Check check) {
        var extras = extras(check.dict(), check.schema());
        if (check.told() instanceof Map) {
            for (var name : extras) {
                check.descend(new Check.Part(check.dict().get(name), check.told()), name, null);
            }
            return;
        }
        if (Types.truth(check.told()) || extras.isEmpty()) {
            return;
        }
        var sorted = extras.stream().map(Text::of).sorted().toList();
        var patterns = patternsOf(check.schema());
        if (patterns.isEmpty()) {
            check.fail(
                    "Additional properties are not allowed ("
                            + ListKeywords.extras(sorted)
                            + " unexpected)");
            return;
        }
        check.fail(
                "%s %s not match any of the regexes: %s"
                        .formatted(
                                sorted.stream().map(Text::repr).collect(Collectors.joining(", ")),
                                sorted.size() == 1 ? "does" : "do",
                                patterns.stream()
                                        .map(Text::repr)
                                        .collect(Collectors.joining(", "))));
    }

    private static void dependencies(Check check) {
        check.toldDict()
                .forEach((name, asked) -> {
                    if (check.dict().containsKey(name)) {
                        dependency(check, name, asked);
                    }
                });
    }

    private static void dependency(Check check, @Nullable Object name, @Nullable Object asked) {
        if (asked instanceof Map || asked instanceof Boolean) {
            check.descend(new Check.Part(check.value(), asked), null, name);
            return;
        }
        var others = asked instanceof CharSequence ? List.of(asked) : Iteration.list(asked);
        for (var other : others) {
            if (!check.dict().containsKey(other)) {
                check.fail(Text.repr(other) + " is a dependency of " + Text.repr(name));
            }
        }
    }
}
