package jplay.template.method;

import java.util.List;
import jplay.template.python.Arguments;
import jplay.template.python.Comparison;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import org.jspecify.annotations.Nullable;

/** Methods of {@code tuple}, and those that lists share with it. */
final class TupleMethods {
    private TupleMethods() {}

    static @Nullable Object of(Tuple self, String name) {
        var named = self.names().indexOf(name);
        if (named >= 0) {
            return self.get(named);
        }
        Method<List<@Nullable Object>> method =
                switch (name) {
                    case "count" -> TupleMethods::count;
                    case "index" -> TupleMethods::index;
                    case "__len__" -> (tuple, _) -> (long) tuple.size();
                    default -> (_, _) -> PythonObject.ABSENT;
                };
        return List.of("count", "index", "__len__").contains(name)
                ? method.on(self)
                : PythonObject.ABSENT;
    }

    static Object count(List<@Nullable Object> self, Arguments call) {
        call.expect("count", 1, 1);
        return self.stream().filter(element -> Comparison.equal(element, call.first())).count();
    }

    static Object index(List<@Nullable Object> self, Arguments call) {
        var size = self.size();
        var from = call.integer(1, "start", 0);
        var to = Math.min(size, call.integer(2, "stop", size));
        for (var i = Math.max(0, from < 0 ? from + size : from);
                i < (to < 0 ? to + size : to);
                i++) {
            if (Comparison.equal(self.get(i), call.first())) {
                return (long) i;
            }
        }
        throw PythonError.value(Text.repr(call.first()) + " is not in list");
    }
}
