package jplay.template.method;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.PythonObject;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/** Methods of {@code set}, and those that views of dicts share with it. */
final class SetMethods {
    private static final Map<String, Method<Collection<?>>> TABLE =
            Map.ofEntries(
                    entry("__len__", (self, _) -> (long) self.size()),
                    entry(
                            "difference",
                            (self, call) -> {
                                var set = new LinkedHashSet<@Nullable Object>(self);
                                Iteration.over(call.first()).forEachRemaining(set::remove);
                                return set;
                            }),
                    entry(
                            "intersection",
                            (self, call) -> {
                                var set = new LinkedHashSet<@Nullable Object>(self);
                                set.retainAll(new LinkedHashSet<>(Iteration.list(call.first())));
                                return set;
                            }),
                    entry(
                            "isdisjoint",
                            (self, call) ->
                                    Iteration.list(call.first()).stream()
                                            .noneMatch(value -> Comparison.contains(self, value))),
                    entry(
                            "issubset",
                            (self, call) ->
                                    self.stream()
                                            .allMatch(value ->
                                                    Comparison.contains(call.first(), value))),
                    entry(
                            "issuperset",
                            (self, call) ->
                                    Iteration.list(call.first()).stream()
                                            .allMatch(value -> Comparison.contains(self, value))),
                    entry(
                            "union",
                            (self, call) -> {
                                var set = new LinkedHashSet<@Nullable Object>(self);
                                set.addAll(Iteration.list(call.first()));
                                return set;
                            }));

    private SetMethods() {}

    static Object of(Set<?> self, String name) {
        var method = TABLE.get(name);
        return method == null ? PythonObject.ABSENT : method.on(self);
    }

    static Object ofView(View self, String name) {
        var shared = name.equals("isdisjoint") || name.equals("__len__");
        var method = TABLE.get(name);
        return shared && method != null ? method.on(self) : PythonObject.ABSENT;
    }
}
