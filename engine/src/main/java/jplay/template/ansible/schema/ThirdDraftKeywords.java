package jplay.template.ansible.schema;

import java.util.List;
import java.util.Map;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** What only draft 3 knows. */
final class ThirdDraftKeywords {
    static final Map<String, Keyword> TABLE =
            Map.of(
                    "disallow",
                    ThirdDraftKeywords::disallow,
                    "divisibleBy",
                    ((Keyword) ScalarKeywords::multiple).of("number"),
                    "extends",
                    ThirdDraftKeywords::extend,
                    "properties",
                    ((Keyword) ThirdDraftKeywords::properties).of("object"));

    private ThirdDraftKeywords() {}

    private static void disallow(Check check) {
        var types = check.told() instanceof List<?> list ? list : List.of(check.told());
        for (var type : types) {
            if (check.accepts(check.value(), Map.of("type", List.of(type)))) {
                check.fail(Text.repr(type) + " is disallowed for " + check.repr());
            }
        }
    }

    private static void extend(Check check) {
        if (!(check.told() instanceof List<?> schemas)) {
            check.descend(new Check.Part(check.value(), check.told()), null, null);
            return;
        }
        for (var i = 0; i < schemas.size(); i++) {
            check.descend(new Check.Part(check.value(), schemas.get(i)), null, (long) i);
        }
    }

    private static void properties(Check check) {
        check.toldDict()
                .forEach((name, schema) -> {
                    if (check.dict().containsKey(name)) {
                        check.descend(new Check.Part(check.dict().get(name), schema), name, name);
                    } else if (schema instanceof Map<?, ?> dict
                            && Types.truth(dict.get("required"))) {
                        check.add(missing(check, name, dict.get("required")));
                    }
                });
    }

    private static SchemaError missing(
            Check check, @Nullable Object name, @Nullable Object required) {
        return new SchemaError(
                        Text.repr(name) + " is a required property",
                        List.of(),
                        List.of("required"),
                        check.schema(),
                        "required",
                        required,
                        check.value())
                .below(name, name);
    }
}
