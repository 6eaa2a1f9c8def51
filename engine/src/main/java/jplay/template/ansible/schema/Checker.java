package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Holds values against one schema. */
final class Checker {
    private static final int DEEPEST = 400;

    private final Draft draft;
    private final boolean formats;
    private final References references;
    private final Map<String, Keyword> keywords;
    private int depth;

    /** A checker; the second argument says whether texts must have the formats told. */
    Checker(Draft draft, boolean formats, Object schema) {
        this.draft = draft;
        this.formats = formats;
        this.references = References.of(schema, draft);
        this.keywords = Keywords.of(draft);
    }

    Draft draft() {
        return draft;
    }

    boolean checksFormats() {
        return formats;
    }

    References references() {
        return references;
    }

    /** All that is wrong. */
    List<SchemaError> check(@Nullable Object value, @Nullable Object schema) {
        if (schema instanceof Boolean truth) {
            return truth ? List.of() : List.of(refusal(value));
        }
        if (!(schema instanceof Map<?, ?> dict)) {
            throw PythonError.type("argument of type '" + Types.name(schema) + "' is not iterable");
        }
        if (++depth > DEEPEST) {
            throw new PythonError("RecursionError", "maximum recursion depth exceeded");
        }
        try {
            var errors = new ArrayList<SchemaError>();
            var onlyReference = draft.isBefore(Draft.DRAFT_2019) && dict.containsKey("$ref");
            for (var entry : dict.entrySet()) {
                if (onlyReference && !"$ref".equals(entry.getKey())) {
                    continue;
                }
                var keyword = keywords.get(Text.of(entry.getKey()));
                if (keyword != null) {
                    keyword.check(new Check(this, value, dict, Text.of(entry.getKey()), errors));
                }
            }
            return errors;
        } finally {
            depth--;
        }
    }

    private static SchemaError refusal(@Nullable Object value) {
        return new SchemaError(
                "False schema does not allow " + Text.repr(value),
                List.of(),
                List.of(),
                false,
                null,
                null,
                value);
    }

    boolean accepts(@Nullable Object value, @Nullable Object schema) {
        return check(value, schema).isEmpty();
    }
}
