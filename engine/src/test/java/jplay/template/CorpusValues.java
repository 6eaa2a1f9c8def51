package jplay.template;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jplay.diagnostic.Location;
import jplay.template.python.Bytes;
import jplay.template.python.Generator;
import jplay.template.python.Iteration;
import jplay.template.python.Markup;
import jplay.template.python.Numbers;
import jplay.template.python.Range;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.template.python.View;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/** Between the corpus's typed JSON and values. */
final class CorpusValues {
    private CorpusValues() {}

    /** A value; texts go through a function. */
    static @Nullable Object decode(@Nullable Object json, Function<String, Object> text) {
        if (json instanceof String string) {
            return text.apply(string);
        }
        if (json instanceof List<?> list) {
            return decodeAll(list, text);
        }
        if (!(json instanceof Map<?, ?> map)) {
            return json;
        }
        var tag = map.size() >= 1 ? map.keySet().iterator().next() : "";
        var content = map.isEmpty() ? null : map.get(tag);
        return switch (String.valueOf(tag)) {
            case "__tuple__" -> Tuple.from(decodeAll((List<?>) content, text));
            case "__set__" -> new LinkedHashSet<>(decodeAll((List<?>) content, text));
            case "__iter__" -> new Generator(decodeAll((List<?>) content, text).iterator());
            case "__bytes__" -> new Bytes(((String) content).getBytes(StandardCharsets.ISO_8859_1));
            case "__range__" -> range((List<?>) content);
            case "__markup__" -> new Markup((String) content);
            case "__float__" -> Numbers.parseFloat((String) content).orElseThrow();
            case "__datetime__" -> dateTime((String) content);
            case "__date__" -> LocalDate.parse((String) content);
            case "__unsafe__" -> content;
            case "__vault__" -> new VaultText((String) content, Location.of("<corpus>"));
            case "__dict__" -> pairs((List<?>) content, text);
            default -> dict(map, text);
        };
    }

    private static Object dict(Map<?, ?> map, Function<String, Object> text) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        map.forEach((key, value) -> dict.put(key, decode(value, text)));
        return dict;
    }

    private static List<@Nullable Object> decodeAll(List<?> list, Function<String, Object> text) {
        var values = new ArrayList<@Nullable Object>();
        list.forEach(value -> values.add(decode(value, text)));
        return values;
    }

    private static Range range(List<?> bounds) {
        return new Range((Long) bounds.get(0), (Long) bounds.get(1), (Long) bounds.get(2));
    }

    private static Object dateTime(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text.replace(' ', 'T'))
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static Object pairs(List<?> pairs, Function<String, Object> text) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var pair : pairs) {
            var parts = decodeAll((List<?>) pair, text);
            dict.put(parts.get(0), parts.get(1));
        }
        return dict;
    }

    /** Whether a value is the one that typed JSON tells; a generator may be a list. */
    static boolean same(@Nullable Object json, @Nullable Object actual) {
        if (json instanceof Map<?, ?> map && map.containsKey("__undefined__")) {
            return actual instanceof Undefined;
        }
        if (json instanceof Map<?, ?> map && map.containsKey("__object__")) {
            return actual != null && Types.name(actual).equals(map.get("__object__"));
        }
        if (json instanceof Map<?, ?> map && map.containsKey("__view__")) {
            return actual instanceof View
                    && sameAll((List<?>) map.get("v"), Iteration.list(actual));
        }
        var expected = decode(json, value -> value);
        if (expected instanceof Generator) {
            return actual != null
                    && !(actual instanceof CharSequence)
                    && sameValues(Iteration.list(expected), Iteration.list(actual));
        }
        return sameValue(expected, actual);
    }

    private static boolean sameAll(List<?> json, List<?> actual) {
        return sameValues(decodeAll(json, value -> value), actual);
    }

    private static boolean sameValues(List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (var i = 0; i < expected.size(); i++) {
            if (!sameValue(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(@Nullable Object expected, @Nullable Object actual) {
        if (actual instanceof byte[] bytes) {
            return sameValue(expected, new Bytes(bytes));
        }
        if (!Types.name(expected).equals(Types.name(actual))) {
            return expected instanceof List
                    && actual instanceof Generator
                    && sameValues((List<?>) expected, Iteration.list(actual));
        }
        if (expected instanceof Set<?> set && actual instanceof Set<?> other) {
            return set.equals(other);
        }
        if (expected instanceof List<?> list && !(expected instanceof Range)) {
            return sameValues(list, (List<?>) actual);
        }
        if (expected instanceof Map<?, ?> dict && actual instanceof Map<?, ?> other) {
            return sameValues(new ArrayList<>(dict.keySet()), new ArrayList<>(other.keySet()))
                    && sameValues(new ArrayList<>(dict.values()), new ArrayList<>(other.values()));
        }
        return java.util.Objects.equals(expected, actual);
    }
}
