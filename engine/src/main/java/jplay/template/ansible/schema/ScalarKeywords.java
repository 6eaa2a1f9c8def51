package jplay.template.ansible.schema;

import java.util.Map;
import jplay.template.ansible.PythonRegex;
import jplay.template.python.Arithmetic;
import jplay.template.python.Comparison;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** What schemas ask of numbers, texts and single values. */
final class ScalarKeywords {
    static final Map<String, Keyword> TABLE =
            Map.of(
                    "const", ScalarKeywords::constant,
                    "enum", ScalarKeywords::choice,
                    "format", ScalarKeywords::format,
                    "maxLength",
                            of("string", check -> longest(check, length(check), "is too long")),
                    "minLength",
                            of("string", check -> shortest(check, length(check), "is too short")),
                    "multipleOf", of("number", ScalarKeywords::multiple),
                    "pattern", of("string", ScalarKeywords::pattern));

    /** Bounds since draft 6. */
    static final Map<String, Keyword> BOUNDS =
            Map.of(
                    "exclusiveMaximum", of("number", check -> bound(check, ">=", "maximum")),
                    "exclusiveMinimum", of("number", check -> bound(check, "<=", "minimum")),
                    "maximum", of("number", check -> bound(check, ">", "maximum")),
                    "minimum", of("number", check -> bound(check, "<", "minimum")));

    /** Bounds before that, which other keywords make exclusive. */
    static final Map<String, Keyword> OLD_BOUNDS =
            Map.of(
                    "maximum",
                            of(
                                    "number",
                                    check ->
                                            bound(
                                                    check,
                                                    isExclusive(check, "exclusiveMaximum")
                                                            ? ">="
                                                            : ">",
                                                    "maximum")),
                    "minimum",
                            of(
                                    "number",
                                    check ->
                                            bound(
                                                    check,
                                                    isExclusive(check, "exclusiveMinimum")
                                                            ? "<="
                                                            : "<",
                                                    "minimum")));

    private ScalarKeywords() {}

    private static Keyword of(String type, Keyword keyword) {
        return keyword.of(type);
    }

    private static long length(Check check) {
        return Strings.length(Text.of(check.value()));
    }

    /** Fails when there is more than is told. */
    static void longest(Check check, long length, String otherwise) {
        if (Comparison.ordered(length, ">", check.told())) {
            var none = Comparison.equal(check.told(), 0L);
            check.fail(check.repr() + " " + (none ? "is expected to be empty" : otherwise));
        }
    }

    /** Fails when there is less than is told. */
    static void shortest(Check check, long length, String otherwise) {
        if (Comparison.ordered(length, "<", check.told())) {
            var one = Comparison.equal(check.told(), 1L);
            check.fail(check.repr() + " " + (one ? "should be non-empty" : otherwise));
        }
    }

    private static boolean isExclusive(Check check, String keyword) {
        return Types.truth(check.beside(keyword));
    }

    private static void bound(Check check, String operator, String name) {
        if (Comparison.ordered(check.value(), operator, check.told())) {
            var words =
                    switch (operator) {
                        case "<" -> "less than";
                        case "<=" -> "less than or equal to";
                        case ">" -> "greater than";
                        default -> "greater than or equal to";
                    };
            check.fail(
                    "%s is %s the %s of %s"
                            .formatted(check.repr(), words, name, Text.repr(check.told())));
        }
    }

    static void multiple(Check check) {
        if (!isMultiple(check.value(), check.told())) {
            check.fail(check.repr() + " is not a multiple of " + Text.repr(check.told()));
        }
    }

    private static boolean isMultiple(@Nullable Object value, @Nullable Object of) {
        if (!Types.isFloat(of)) {
            return !Types.truth(Arithmetic.modulo(value, of));
        }
        var quotient = Numbers.real(value) / Numbers.real(of);
        return quotient == Math.rint(quotient);
    }

    private static void pattern(Check check) {
        var regex = PythonRegex.compile(Text.of(check.told()), false, false);
        if (!regex.matcher(Text.of(check.value())).find()) {
            check.fail(check.repr() + " does not match " + Text.repr(check.told()));
        }
    }

    private static void format(Check check) {
        if (check.checker().checksFormats()
                && check.value() instanceof CharSequence text
                && !Formats.holds(
                        check.checker().draft(), Text.of(check.told()), text.toString())) {
            check.fail(check.repr() + " is not a " + Text.repr(check.told()));
        }
    }

    private static void choice(Check check) {
        if (!Types.isSequence(check.told())) {
            throw PythonError.type("'" + Types.name(check.told()) + "' object is not iterable");
        }
        if (check.toldList().stream().noneMatch(one -> Values.equal(one, check.value()))) {
            check.fail(check.repr() + " is not one of " + Text.repr(check.told()));
        }
    }

    private static void constant(Check check) {
        if (!Values.equal(check.told(), check.value())) {
            check.fail(Text.repr(check.told()) + " was expected");
        }
    }
}
