package jplay.template.ansible.schema;

import java.util.List;
import java.util.Map;
import jplay.template.python.Comparison;
import jplay.template.python.Keys;
import jplay.template.python.PythonObject;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Types and equality as schemas see them: true is no number. */
final class Values {
    private Values() {}

    static boolean isKnownType(Draft draft, String type) {
        return switch (type) {
            case "array", "boolean", "integer", "null", "number", "object", "string" -> true;
            case "any" -> draft == Draft.DRAFT_3;
            default -> false;
        };
    }

    static boolean isType(Draft draft, @Nullable Object value, String type) {
        return switch (type) {
            case "array" -> Types.isList(value);
            case "boolean" -> value instanceof Boolean;
            case "integer" ->
                    Types.isInteger(value)
                            || (!draft.isBefore(Draft.DRAFT_6)
                                    && value instanceof Double number
                                    && number == Math.rint(number)
                                    && !number.isInfinite());
            case "null" -> value == null;
            case "number" -> Types.isNumber(value) && !(value instanceof Boolean);
            case "object" -> value instanceof Map;
            case "string" -> value instanceof CharSequence;
            default -> type.equals("any");
        };
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Boolean || right instanceof Boolean) {
            return left instanceof Boolean && left.equals(right);
        }
        if (left instanceof Map<?, ?> some && right instanceof Map<?, ?> others) {
            return some.size() == others.size()
                    && some.entrySet().stream()
                            .allMatch(entry ->
                                    equal(entry.getValue(), found(others, entry.getKey())));
        }
        if (left instanceof List<?> some && right instanceof List<?> others) {
            return equalElements(some, others);
        }
        return Comparison.equal(left, right);
    }

    private static @Nullable Object found(Map<?, ?> dict, @Nullable Object key) {
        var value = Keys.get(dict, key);
        return value == PythonObject.ABSENT ? Values.class : value;
    }

    private static boolean equalElements(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean areUnique(List<?> values) {
        for (var i = 1; i < values.size(); i++) {
            var value = values.get(i);
            if (values.subList(0, i).stream().anyMatch(other -> equal(other, value))) {
                return false;
            }
        }
        return true;
    }
}
