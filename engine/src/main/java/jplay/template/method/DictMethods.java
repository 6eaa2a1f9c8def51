package jplay.template.method;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.template.python.Arguments;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/** Methods of {@code dict}, and how one is made of pairs. */
public final class DictMethods {
    private static final Map<String, Method<Map<@Nullable Object, @Nullable Object>>> TABLE =
            Map.ofEntries(
                    entry("__contains__", (self, call) -> Comparison.contains(self, call.first())),
                    entry("__getitem__", (self, call) -> Attributes.item(self, call.first())),
                    entry("__len__", (self, _) -> (long) self.size()),
                    entry(
                            "__setitem__",
                            (self, call) -> {
                                Keys.put(self, call.first(), call.positional().get(1));
                                return null;
                            }),
                    entry(
                            "clear",
                            (self, _) -> {
                                self.clear();
                                return null;
                            }),
                    entry("copy", (self, _) -> new LinkedHashMap<>(self)),
                    entry("fromkeys", (_, call) -> fromKeys(call)),
                    entry("get", DictMethods::get),
                    entry("items", (self, call) -> view(self, View.Kind.ITEMS, call)),
                    entry("keys", (self, call) -> view(self, View.Kind.KEYS, call)),
                    entry("pop", DictMethods::pop),
                    entry("popitem", (self, _) -> popItem(self)),
                    entry("setdefault", DictMethods::setDefault),
                    entry("update", DictMethods::update),
                    entry("values", (self, call) -> view(self, View.Kind.VALUES, call)));

    private DictMethods() {}

    @SuppressWarnings("unchecked") // a dict may hold any key and value
    static Object of(Map<?, ?> self, String name) {
        var method = TABLE.get(name);
        return method == null
                ? PythonObject.ABSENT
                : method.on((Map<@Nullable Object, @Nullable Object>) self);
    }

    private static View view(Map<?, ?> self, View.Kind kind, Arguments call) {
        call.expect("view", 0, 0);
        return new View(self, kind);
    }

    private static @Nullable Object get(Map<?, ?> self, Arguments call) {
        call.expect("get", 1, 2);
        var value = Keys.get(self, call.first());
        return value == PythonObject.ABSENT ? call.get(1, "default", null) : value;
    }

    private static @Nullable Object pop(
            Map<@Nullable Object, @Nullable Object> self, Arguments call) {
        call.expect("pop", 1, 2);
        var value = Keys.get(self, call.first());
        if (value != PythonObject.ABSENT) {
            Keys.remove(self, call.first());
            return value;
        }
        if (call.positional().size() < 2) {
            throw new PythonError("KeyError", Text.repr(call.first()));
        }
        return call.positional().get(1);
    }

    private static Object popItem(Map<@Nullable Object, @Nullable Object> self) {
        if (self.isEmpty()) {
            throw new PythonError("KeyError", "'popitem(): dictionary is empty'");
        }
        var keys = Iteration.list(self);
        return Tuple.of(keys.getLast(), self.remove(keys.getLast()));
    }

    private static @Nullable Object setDefault(
            Map<@Nullable Object, @Nullable Object> self, Arguments call) {
        var value = Keys.get(self, call.first());
        if (value == PythonObject.ABSENT) {
            value = call.get(1, "default", null);
            Keys.put(self, call.first(), value);
        }
        return value;
    }

    private static @Nullable Object update(
            Map<@Nullable Object, @Nullable Object> self, Arguments call) {
        if (call.positional().size() > 1) {
            throw PythonError.type("update expected at most 1 argument, got " + call.size());
        }
        if (!call.positional().isEmpty()) {
            merge(self, call.first());
        }
        call.named().forEach(self::put);
        return null;
    }

    private static Object fromKeys(Arguments call) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        Iteration.over(call.first())
                .forEachRemaining(key -> Keys.put(dict, key, call.get(1, "value", null)));
        return dict;
    }

    /** Adds what another dict or a sequence of pairs holds. */
    public static void merge(
            Map<@Nullable Object, @Nullable Object> dict, @Nullable Object source) {
        if (source instanceof Map<?, ?> other) {
            other.forEach((key, value) -> Keys.put(dict, key, value));
            return;
        }
        var index = 0;
        for (var pair : Iteration.list(source)) {
            if (pair == null || jplay.template.python.Types.isNumber(pair)) {
                throw PythonError.type(
                        "cannot convert dictionary update sequence element #"
                                + index
                                + " to a sequence");
            }
            var parts = Iteration.list(pair);
            if (parts.size() != 2) {
                throw PythonError.value(
                        "dictionary update sequence element #"
                                + index
                                + " has length "
                                + parts.size()
                                + "; 2 is required");
            }
            Keys.put(dict, parts.get(0), parts.get(1));
            index++;
        }
    }
}
