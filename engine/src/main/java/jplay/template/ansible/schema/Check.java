package jplay.template.ansible.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * One keyword of a schema, asked of one value.
 *
 * @param errors to which those found are added
 */
record Check(
        Checker checker,
        @Nullable Object value,
        Map<?, ?> schema,
        String keyword,
        List<SchemaError> errors) {
    /** Keywords that do not show in paths. */
    private static final Set<String> UNSEEN = Set.of("$ref", "if");

    /** What the schema says for the keyword. */
    @Nullable Object told() {
        return schema.get(keyword);
    }

    Map<?, ?> toldDict() {
        if (told() instanceof Map<?, ?> dict) {
            return dict;
        }
        throw PythonError.type("'" + Types.name(told()) + "' object has no attribute 'items'");
    }

    List<@Nullable Object> toldList() {
        return Iteration.list(told());
    }

    /** What the schema says for a keyword beside this one. */
    @Nullable Object beside(String other) {
        return schema.get(other);
    }

    /** The value, known to be a dict. */
    Map<?, ?> dict() {
        return (Map<?, ?>) value;
    }

    /** The value, known to be a list. */
    List<?> list() {
        return (List<?>) value;
    }

    String repr() {
        return Text.repr(value);
    }

    void fail(String message) {
        fail(message, keyword, told());
    }

    void fail(String message, String byKeyword, @Nullable Object expected) {
        errors.add(
                new SchemaError(message, List.of(), List.of(), schema, byKeyword, expected, value)
                        .below(null, UNSEEN.contains(keyword) ? null : keyword));
    }

    /** Adds an error as it is, seen from outside the keyword. */
    void add(SchemaError error) {
        errors.add(error.below(null, UNSEEN.contains(keyword) ? null : keyword));
    }

    /** Holds a part of the value against a part of the schema; steps that are null are none. */
    void descend(Part part, @Nullable Object step, @Nullable Object schemaStep) {
        for (var error : checker.check(part.value, part.schema)) {
            // a schema that is false as a whole is reported where it stands, without the steps
            add(part.schema instanceof Boolean ? error : error.below(step, schemaStep));
        }
    }

    /** A value and the schema it is held against. */
    record Part(@Nullable Object value, @Nullable Object schema) {}

    boolean accepts(@Nullable Object part, @Nullable Object partSchema) {
        return checker.accepts(part, partSchema);
    }
}
