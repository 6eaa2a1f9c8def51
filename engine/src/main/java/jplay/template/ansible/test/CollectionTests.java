package jplay.template.ansible.test;

import static jplay.template.filter.Filter.test;

import java.util.List;
import jplay.template.ansible.Booleans;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Ansible's tests on lists and truth. */
final class CollectionTests {
    static final List<Filter> TABLE =
            List.of(
                    test("all(value)", call -> call.list().stream().allMatch(Types::truth)),
                    test("any(value)", call -> call.list().stream().anyMatch(Types::truth)),
                    test(
                            "contains(seq, value)",
                            call -> Comparison.contains(call.value(), call.get("value"))),
                    test("falsy(value, convert_bool=false)", call -> !truthy(call)),
                    test("isnan(x)", CollectionTests::isNotNumber),
                    test("issubset(a, b)", call -> contains(call.get("b"), call.value())),
                    test("issuperset(a, b)", call -> contains(call.value(), call.get("b"))),
                    test("nan(x)", CollectionTests::isNotNumber),
                    test("subset(a, b)", call -> contains(call.get("b"), call.value())),
                    test("superset(a, b)", call -> contains(call.value(), call.get("b"))),
                    test("truthy(value, convert_bool=false)", CollectionTests::truthy));

    private CollectionTests() {}

    private static boolean truthy(FilterCall call) {
        if (call.flag("convert_bool")) {
            var said = Booleans.of(call.value());
            if (said.isPresent()) {
                return said.get();
            }
        }
        return Types.truth(call.value());
    }

    private static Object isNotNumber(FilterCall call) {
        return call.value() instanceof Double number && number.isNaN();
    }

    private static boolean contains(@Nullable Object all, @Nullable Object some) {
        var elements = Iteration.list(all);
        var wanted = Iteration.list(some);
        elements.forEach(Keys::canonical);
        wanted.forEach(Keys::canonical);
        return wanted.stream().allMatch(value -> Comparison.contains(elements, value));
    }
}
