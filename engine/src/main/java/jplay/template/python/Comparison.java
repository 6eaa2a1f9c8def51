package jplay.template.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality, order and membership. */
public final class Comparison {
    /** Ascending order; fails for what cannot be ordered. */
    public static final Comparator<@Nullable Object> ORDER =
            (left, right) -> {
                if (ordered(left, "<", right)) {
                    return -1;
                }
                return ordered(right, "<", left) ? 1 : 0;
            };

    private static final int NOT_A_NUMBER = 2;

    private Comparison() {}

    /** Python's {@code ==}. */
    @SuppressWarnings("ReferenceEquality") // most often it is one object, which is quick to tell
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Undefined || right instanceof Undefined) {
            return bothLenient(left, right);
        }
        if (left == right) {
            return !(left instanceof Double number && number.isNaN());
        }
        if (left == null || right == null) {
            return false;
        }
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return compareNumbers(left, right) == 0;
        }
        if (left instanceof CharSequence text) {
            return right instanceof CharSequence other && text.toString().contentEquals(other);
        }
        return sameContent(left, right);
    }

    private static boolean bothLenient(@Nullable Object left, @Nullable Object right) {
        for (var side : new @Nullable Object[] {left, right}) {
            if (side instanceof Undefined undefined && !undefined.isLenient()) {
                throw undefined.failure();
            }
        }
        return left instanceof Undefined && right instanceof Undefined;
    }

    private static boolean sameContent(Object left, Object right) {
        if (left instanceof Tuple != right instanceof Tuple
                || left instanceof Range != right instanceof Range) {
            return false;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return sameElements(one, other);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return sameEntries(one, other);
        }
        if (isSetLike(left) && isSetLike(right)) {
            return canonical((Collection<?>) left).equals(canonical((Collection<?>) right));
        }
        return left.equals(right);
    }

    private static boolean isSetLike(Object value) {
        return value instanceof Set
                || (value instanceof View view && view.kind() != View.Kind.VALUES);
    }

    private static Set<@Nullable Object> canonical(Collection<?> values) {
        var keys = new HashSet<@Nullable Object>();
        values.forEach(value -> keys.add(Keys.canonical(value)));
        return keys;
    }

    private static boolean sameElements(List<?> left, List<?> right) {
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

    private static boolean sameEntries(Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var entry : left.entrySet()) {
            var other = Keys.get(right, entry.getKey());
            if (other == PythonObject.ABSENT || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static int compareNumbers(Object left, Object right) {
        if (left instanceof Long one && right instanceof Long other) {
            return Long.compare(one, other);
        }
        if (Types.isIntegral(left) && Types.isIntegral(right)) {
            return Numbers.big(left).compareTo(Numbers.big(right));
        }
        var one = Numbers.real(left);
        var other = Numbers.real(right);
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return NOT_A_NUMBER;
        }
        if (Double.isInfinite(one) || Double.isInfinite(other)) {
            return Double.compare(one, other);
        }
        return Numbers.decimal(left).compareTo(Numbers.decimal(right));
    }

    /** Python's {@code <}, {@code <=}, {@code >} and {@code >=}. */
    public static boolean ordered(@Nullable Object left, String operator, @Nullable Object right) {
        Undefined.refuse(left);
        Undefined.refuse(right);
        if (Types.isNumber(left) && Types.isNumber(right)) {
            var order = compareNumbers(left, right);
            return order != NOT_A_NUMBER && holds(operator, order);
        }
        if (left instanceof CharSequence one && right instanceof CharSequence other) {
            return holds(operator, byCodePoint(one.toString(), other.toString()));
        }
        if (Types.isSequence(left)
                && Types.isSequence(right)
                && left instanceof Tuple == right instanceof Tuple) {
            return orderedLists((List<?>) left, operator, (List<?>) right);
        }
        return orderedOthers(left, operator, right);
    }

    private static boolean orderedOthers(
            @Nullable Object left, String operator, @Nullable Object right) {
        if (left instanceof Set<?> one && right instanceof Set<?> other) {
            return orderedSets(one, operator, other);
        }
        if (left instanceof LocalDateTime one && right instanceof LocalDateTime other) {
            return holds(operator, one.compareTo(other));
        }
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return holds(operator, one.toInstant().compareTo(other.toInstant()));
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return holds(operator, one.compareTo(other));
        }
        if (left instanceof Duration one && right instanceof Duration other) {
            return holds(operator, one.compareTo(other));
        }
        throw PythonError.type(
                "'"
                        + operator
                        + "' not supported between instances of '"
                        + Types.name(left)
                        + "' and '"
                        + Types.name(right)
                        + "'");
    }

    private static boolean orderedSets(Set<?> left, String operator, Set<?> right) {
        return switch (operator) {
            case "<" -> left.size() < right.size() && right.containsAll(left);
            case "<=" -> right.containsAll(left);
            case ">" -> left.size() > right.size() && left.containsAll(right);
            default -> left.containsAll(right);
        };
    }

    private static boolean orderedLists(List<?> left, String operator, List<?> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return ordered(left.get(i), operator.substring(0, 1), right.get(i));
            }
        }
        return holds(operator, Integer.compare(left.size(), right.size()));
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int byCodePoint(String left, String right) {
        for (var i = 0; i < Math.min(left.length(), right.length()); i++) {
            var one = left.charAt(i);
            var other = right.charAt(i);
            if (one != other) {
                var surrogate = Character.isSurrogate(one);
                return surrogate == Character.isSurrogate(other) ? one - other : surrogate ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }

    /** Python's {@code in}. */
    public static boolean contains(@Nullable Object container, @Nullable Object value) {
        Undefined.refuse(container);
        if (container instanceof CharSequence text) {
            Undefined.refuse(value);
            if (value instanceof CharSequence part) {
                return text.toString().contains(part);
            }
            throw PythonError.type(
                    "'in <string>' requires string as left operand, not " + Types.name(value));
        }
        if (container instanceof Map<?, ?> dict) {
            return Keys.get(dict, value) != PythonObject.ABSENT;
        }
        if (container instanceof Iterable<?> || container instanceof Iterator<?>) {
            return isAmong(Iteration.over(container), value);
        }
        throw PythonError.type("argument of type '" + Types.name(container) + "' is not iterable");
    }

    private static boolean isAmong(Iterator<?> elements, @Nullable Object value) {
        while (elements.hasNext()) {
            var element = elements.next();
            if (equal(value, element)) {
                return true;
            }
        }
        return false;
    }
}
