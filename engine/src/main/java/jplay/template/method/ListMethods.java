package jplay.template.method;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Methods of {@code list}. */
final class ListMethods {
    private static final Map<String, Method<List<@Nullable Object>>> TABLE =
            Map.ofEntries(
                    entry("__contains__", (self, call) -> Comparison.contains(self, call.first())),
                    entry("__getitem__", (self, call) -> Attributes.item(self, call.first())),
                    entry("__len__", (self, _) -> (long) self.size()),
                    entry(
                            "__setitem__",
                            (self, call) ->
                                    self.set(
                                            call.integer(0, "index", 0), call.positional().get(1))),
                    entry("append", ListMethods::append),
                    entry(
                            "clear",
                            (self, _) -> {
                                self.clear();
                                return null;
                            }),
                    entry("copy", (self, _) -> new ArrayList<>(self)),
                    entry("count", TupleMethods::count),
                    entry("extend", ListMethods::extend),
                    entry("index", TupleMethods::index),
                    entry("insert", ListMethods::insert),
                    entry("pop", ListMethods::pop),
                    entry("remove", ListMethods::remove),
                    entry(
                            "reverse",
                            (self, _) -> {
                                Collections.reverse(self);
                                return null;
                            }),
                    entry("sort", ListMethods::sort));

    private ListMethods() {}

    @SuppressWarnings("unchecked") // a list of values may hold any value
    static Object of(List<?> self, String name) {
        var method = TABLE.get(name);
        return method == null ? PythonObject.ABSENT : method.on((List<@Nullable Object>) self);
    }

    private static @Nullable Object append(List<@Nullable Object> self, Arguments call) {
        call.expect("list.append", 1, 1);
        self.add(call.first());
        return null;
    }

    private static @Nullable Object extend(List<@Nullable Object> self, Arguments call) {
        call.expect("list.extend", 1, 1);
        self.addAll(Iteration.list(call.first()));
        return null;
    }

    private static @Nullable Object insert(List<@Nullable Object> self, Arguments call) {
        call.expect("insert", 2, 2);
        var index = Numbers.index(call.first());
        var at = index < 0 ? index + self.size() : index;
        self.add(Math.clamp(at, 0, self.size()), call.positional().get(1));
        return null;
    }

    private static @Nullable Object pop(List<@Nullable Object> self, Arguments call) {
        if (self.isEmpty()) {
            throw new PythonError("IndexError", "pop from empty list");
        }
        var index = call.integer(0, "index", -1);
        var at = index < 0 ? index + self.size() : index;
        if (at < 0 || at >= self.size()) {
            throw new PythonError("IndexError", "pop index out of range");
        }
        return self.remove(at);
    }

    private static @Nullable Object remove(List<@Nullable Object> self, Arguments call) {
        for (var i = 0; i < self.size(); i++) {
            if (Comparison.equal(self.get(i), call.first())) {
                self.remove(i);
                return null;
            }
        }
        throw PythonError.value("list.remove(x): x not in list");
    }

    private static @Nullable Object sort(List<@Nullable Object> self, Arguments call) {
        var order = Comparison.ORDER;
        var key = call.named().get("key");
        if (key instanceof Callable function) {
            order =
                    (left, right) ->
                            Comparison.ORDER.compare(
                                    function.call(Arguments.of(left)),
                                    function.call(Arguments.of(right)));
        } else if (key != null) {
            throw Attributes.notCallable(key);
        }
        self.sort(Types.truth(call.named().get("reverse")) ? order.reversed() : order);
        return null;
    }
}
