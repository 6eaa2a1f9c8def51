package jplay.template.filter;

import static jplay.template.filter.Filter.test;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jplay.template.expr.Dialect;
import jplay.template.expr.Plugin;
import jplay.template.method.StringCase;
import jplay.template.python.Arithmetic;
import jplay.template.python.Bytes;
import jplay.template.python.Callable;
import jplay.template.python.Comparison;
import jplay.template.python.Keys;
import jplay.template.python.Markup;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Jinja's tests. */
final class JinjaTests {
    static final List<Filter> TABLE =
            List.of(
                    test("!=(a, b)", JinjaTests::differs),
                    test("<(a, b)", call -> ordered(call, "<")),
                    test("<=(a, b)", call -> ordered(call, "<=")),
                    test("==(a, b)", JinjaTests::equal),
                    test(">(a, b)", call -> ordered(call, ">")),
                    test(">=(a, b)", call -> ordered(call, ">=")),
                    test("boolean(value)", call -> call.value() instanceof Boolean),
                    test(
                            "callable(obj)",
                            call ->
                                    call.value() instanceof Callable
                                            || call.value() instanceof Undefined),
                    test("defined(value)", call -> !isUndefined(call)).acceptingUndefined(),
                    test(
                            "divisibleby(value, num)",
                            call ->
                                    Comparison.equal(
                                            Arithmetic.modulo(call.value(), call.get("num")), 0L)),
                    test("eq(a, b)", JinjaTests::equal),
                    test("equalto(a, b)", JinjaTests::equal),
                    test("escaped(value)", call -> call.value() instanceof Markup),
                    test(
                            "even(value)",
                            call -> Comparison.equal(Arithmetic.modulo(call.value(), 2L), 0L)),
                    test("false(value)", call -> Boolean.FALSE.equals(call.value())),
                    test(
                            "filter(value)",
                            call -> isKnown(call, call.evaluation().catalog()::filter)),
                    test("float(value)", call -> Types.isFloat(call.value())),
                    test("ge(a, b)", call -> ordered(call, ">=")),
                    test("greaterthan(a, b)", call -> ordered(call, ">")),
                    test("gt(a, b)", call -> ordered(call, ">")),
                    test(
                            "in(value, seq)",
                            call -> Comparison.contains(call.get("seq"), call.value())),
                    test("integer(value)", call -> Types.isInteger(call.value())),
                    test("iterable(value)", JinjaTests::isIterable),
                    test("le(a, b)", call -> ordered(call, "<=")),
                    test("lessthan(a, b)", call -> ordered(call, "<")),
                    test("lower(value)", call -> StringCase.isLower(call.text())),
                    test("lt(a, b)", call -> ordered(call, "<")),
                    test("mapping(value)", call -> call.value() instanceof Map),
                    test("ne(a, b)", JinjaTests::differs),
                    test("none(value)", call -> call.value() == null),
                    test("number(value)", call -> Types.isNumber(call.value())),
                    test(
                            "odd(value)",
                            call -> Comparison.equal(Arithmetic.modulo(call.value(), 2L), 1L)),
                    test("sameas(value, other)", call -> same(call.value(), call.get("other"))),
                    test("sequence(value)", JinjaTests::isSequence),
                    test("string(value)", call -> call.value() instanceof CharSequence),
                    test("test(value)", call -> isKnown(call, call.evaluation().catalog()::test)),
                    test("true(value)", call -> Boolean.TRUE.equals(call.value())),
                    test("undefined(value)", JinjaTests::isUndefined).acceptingUndefined(),
                    test("upper(value)", call -> StringCase.isUpper(call.text())));

    private JinjaTests() {}

    private static boolean isUndefined(FilterCall call) {
        if (call.value() instanceof Undefined undefined && undefined.isFailed()) {
            throw undefined.failure();
        }
        return call.value() instanceof Undefined;
    }

    /** Ansible finds every name that is not a text. */
    private static boolean isKnown(FilterCall call, Function<String, Optional<Plugin>> found) {
        if (call.value() instanceof CharSequence || call.evaluation().dialect() == Dialect.PLAIN) {
            return found.apply(call.text()).isPresent();
        }
        Keys.canonical(call.value());
        return true;
    }

    private static Object equal(FilterCall call) {
        return Comparison.equal(call.value(), call.get("b"));
    }

    private static Object differs(FilterCall call) {
        return !Comparison.equal(call.value(), call.get("b"));
    }

    private static Object ordered(FilterCall call, String operator) {
        return Comparison.ordered(call.value(), operator, call.get("b"));
    }

    private static Object isIterable(FilterCall call) {
        var value = Undefined.refuse(call.value());
        return value instanceof CharSequence
                || value instanceof Iterable
                || value instanceof Iterator
                || value instanceof Map
                || value instanceof Bytes;
    }

    private static Object isSequence(FilterCall call) {
        var value = call.value();
        return value instanceof CharSequence || value instanceof List || value instanceof Map;
    }

    /** Small numbers and constants are one object each in Python. */
    @SuppressWarnings("ReferenceEquality") // this test is about identity
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Long number) {
            return number.equals(right) && number >= -5 && number <= 256;
        }
        return left == right
                || (left instanceof Boolean bool && bool.equals(right))
                || (left instanceof String text && text.equals(right));
    }
}
