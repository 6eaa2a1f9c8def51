package jplay.template.ansible.test;

import static jplay.template.filter.Filter.test;

import java.util.List;
import java.util.Map;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's tests on what tasks registered. */
final class ResultTests {
    static final List<Filter> TABLE =
            List.of(
                    test("change(result)", ResultTests::changed),
                    test("changed(result)", ResultTests::changed),
                    test("failed(result)", call -> flag(call, "failed", false)),
                    test("failure(result)", call -> flag(call, "failed", false)),
                    test("finished(result)", call -> state(call, "finished")),
                    test("reachable(result)", call -> !flag(call, "unreachable", false)),
                    test("skip(result)", call -> flag(call, "skipped", false)),
                    test("skipped(result)", call -> flag(call, "skipped", false)),
                    test("started(result)", call -> state(call, "started")),
                    test("succeeded(result)", call -> !flag(call, "failed", false)),
                    test("success(result)", call -> !flag(call, "failed", false)),
                    test("successful(result)", call -> !flag(call, "failed", false)),
                    test("timedout(result)", ResultTests::timedOut),
                    test("unreachable(result)", call -> flag(call, "unreachable", false)));

    private ResultTests() {}

    private static Map<?, ?> result(FilterCall call, String test) {
        Undefined.refuse(call.value());
        if (call.value() instanceof Map<?, ?> result) {
            return result;
        }
        throw PythonError.type("The '" + test + "' test expects a dictionary");
    }

    private static @Nullable Object value(Map<?, ?> result, String name, @Nullable Object orElse) {
        return result.containsKey(name) ? result.get(name) : orElse;
    }

    private static boolean flag(FilterCall call, String name, boolean orElse) {
        return Types.truth(value(result(call, name), name, orElse));
    }

    /** What only tasks that run on their own tell; others are long done. */
    private static boolean state(FilterCall call, String name) {
        return Types.truth(value(result(call, name), name, true));
    }

    private static Object changed(FilterCall call) {
        var result = result(call, "changed");
        if (result.containsKey("changed")) {
            return Types.truth(result.get("changed"));
        }
        return result.get("results") instanceof List<?> results
                && (results.isEmpty() ? refuseEmpty() : results.getFirst()) instanceof Map
                && results.stream()
                        .anyMatch(item ->
                                item instanceof Map<?, ?> part
                                        && Types.truth(value(part, "changed", false)));
    }

    private static Object refuseEmpty() {
        throw new PythonError("IndexError", "list index out of range");
    }

    private static Object timedOut(FilterCall call) {
        var timedOut = value(result(call, "timedout"), "timedout", false);
        if (!Types.truth(timedOut)) {
            return false;
        }
        if (!(timedOut instanceof Map<?, ?> details)) {
            throw new PythonError(
                    "AttributeError",
                    "'" + Types.name(timedOut) + "' object has no attribute 'get'");
        }
        var period = value(details, "period", false);
        return period != PythonObject.ABSENT
                && Types.truth(period)
                && (!Types.isNumber(period) || Numbers.real(period) != 0);
    }
}
