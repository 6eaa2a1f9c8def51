package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.ansible.PythonRegex;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** Asks something of those parts of a value that nothing else in the schema speaks of. */
final class UnevaluatedKeywords {
    private static final String ITEMS = "unevaluatedItems";
    private static final String PROPERTIES = "unevaluatedProperties";

    static final Map<String, Keyword> TABLE =
            Map.of(
                    ITEMS, ((Keyword) UnevaluatedKeywords::items).of("array"),
                    PROPERTIES, ((Keyword) UnevaluatedKeywords::properties).of("object"));

    private UnevaluatedKeywords() {}

    private static void items(Check check) {
        var known = new Seen(check.checker(), check.value()).in(check.schema());
        var extras = new ArrayList<@Nullable Object>();
        for (var i = 0; i < check.list().size(); i++) {
            if (!known.contains(i) && !check.accepts(check.list().get(i), check.told())) {
                extras.add(check.list().get(i));
            }
        }
        if (!extras.isEmpty()) {
            check.fail(
                    "Unevaluated items are not allowed ("
                            + ListKeywords.extras(extras)
                            + " unexpected)");
        }
    }

    private static void properties(Check check) {
        var known = new Seen(check.checker(), check.value()).in(check.schema());
        var extras = new ArrayList<@Nullable Object>();
        check.dict()
                .forEach((name, value) -> {
                    if (!known.contains(name)) {
                        check.checker().check(value, check.told()).forEach(_ -> extras.add(name));
                    }
                });
        if (extras.isEmpty()) {
            return;
        }
        check.fail(
                Boolean.FALSE.equals(check.told())
                        ? "Unevaluated properties are not allowed ("
                                + ListKeywords.extras(
                                        extras.stream().map(Text::of).sorted().toList())
                                + " unexpected)"
                        : "Unevaluated properties are not valid under the given schema ("
                                + ListKeywords.extras(extras)
                                + " unevaluated and invalid)");
    }

    /** Which keys of a dict, or indices of a list, a schema speaks of. */
    private record Seen(Checker checker, @Nullable Object value) {
        Set<@Nullable Object> in(@Nullable Object schema) {
            var seen = new HashSet<@Nullable Object>();
            if (!(schema instanceof Map<?, ?> dict)) {
                return seen;
            }
            for (var keyword : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
                if (dict.get(keyword) instanceof CharSequence reference) {
                    seen.addAll(in(checker.references().resolve(reference.toString(), dict)));
                }
            }
            if (value instanceof Map<?, ?> properties) {
                addKeys(seen, properties, dict);
            } else if (value instanceof List<?> items) {
                addIndices(seen, items, dict);
            }
            inParts(dict).forEach(part -> seen.addAll(in(part)));
            return seen;
        }

        /** Parts of a schema that apply to the value. */
        private List<@Nullable Object> inParts(Map<?, ?> schema) {
            var parts = new ArrayList<@Nullable Object>();
            for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
                if (schema.get(keyword) instanceof List<?> schemas) {
                    schemas.stream()
                            .filter(part -> checker.accepts(value, part))
                            .forEach(parts::add);
                }
            }
            if (schema.containsKey("if")) {
                var holds = checker.accepts(value, schema.get("if"));
                parts.add(holds ? schema.get("if") : null);
                parts.add(schema.get(holds ? "then" : "else"));
            }
            if (value instanceof Map<?, ?> properties
                    && schema.get("dependentSchemas") instanceof Map<?, ?> dependent) {
                dependent.forEach(
                        (name, part) -> parts.add(properties.containsKey(name) ? part : null));
            }
            return parts;
        }

        private void addKeys(Set<@Nullable Object> seen, Map<?, ?> properties, Map<?, ?> schema) {
            if (schema.get("properties") instanceof Map<?, ?> known) {
                properties.keySet().stream().filter(known::containsKey).forEach(seen::add);
            }
            if (schema.get("patternProperties") instanceof Map<?, ?> patterns) {
                for (var pattern : patterns.keySet()) {
                    var regex = PythonRegex.compile(Text.of(pattern), false, false);
                    properties.keySet().stream()
                            .filter(name -> regex.matcher(Text.of(name)).find())
                            .forEach(seen::add);
                }
            }
            if (schema.containsKey("additionalProperties")) {
                seen.addAll(DictKeywords.extras(properties, schema));
            }
        }

        private void addIndices(Set<@Nullable Object> seen, List<?> items, Map<?, ?> schema) {
            var known = schema.get("prefixItems") instanceof List<?> prefix ? prefix.size() : 0;
            if (schema.get("items") instanceof List<?> positions) {
                known = schema.containsKey("additionalItems") ? items.size() : positions.size();
            } else if (schema.containsKey("items")) {
                known = items.size();
            }
            for (var i = 0; i < items.size(); i++) {
                var contained =
                        checker.draft() == Draft.DRAFT_2020
                                && schema.containsKey("contains")
                                && checker.accepts(items.get(i), schema.get("contains"));
                if (i < known || contained) {
                    seen.add(i);
                }
            }
        }
    }
}
