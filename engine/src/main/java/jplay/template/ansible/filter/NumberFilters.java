package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.List;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Arithmetic;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters on numbers. */
final class NumberFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("human_readable(size, isbits=false, unit=none)", SizeFilters::readable),
                    filter(
                            "human_to_bytes(size, default_unit=none, isbits=false)",
                            SizeFilters::bytes),
                    filter("log(x, base=2.718281828459045)", NumberFilters::logarithm),
                    filter("pow(x, y)", NumberFilters::power),
                    filter("root(x, base=2)", NumberFilters::root),
                    filter("strftime(string_format, second=none, utc=false)", DateFilters::format),
                    filter("to_datetime(string, format='%Y-%m-%d %H:%M:%S')", DateFilters::parse));

    private NumberFilters() {}

    private static double number(String filter, @Nullable Object value) {
        Undefined.refuse(value);
        if (!Types.isNumber(value)) {
            throw PythonError.type(
                    filter
                            + "() can only be used on numbers: must be real number, not "
                            + Types.name(value));
        }
        return Numbers.real(value);
    }

    private static Object logarithm(FilterCall call) {
        var value = number("log", call.value());
        var base = number("log", call.get("base"));
        if (value <= 0 || base <= 0) {
            throw PythonError.value("math domain error");
        }
        if (base == 1) {
            throw new PythonError("ZeroDivisionError", "float division by zero");
        }
        return base == 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
    }

    private static Object power(FilterCall call) {
        var power = Math.pow(number("pow", call.value()), number("pow", call.get("y")));
        if (Double.isInfinite(power)) {
            throw new PythonError("OverflowError", "math range error");
        }
        if (Double.isNaN(power)) {
            throw PythonError.value("math domain error");
        }
        return power;
    }

    private static Object root(FilterCall call) {
        var value = number("root", call.value());
        var base = number("root", call.get("base"));
        if (base == 2) {
            if (value < 0) {
                throw PythonError.value("root() can only be used on numbers: math domain error");
            }
            return Math.sqrt(value);
        }
        var root = Arithmetic.power(value, Arithmetic.apply("/", 1.0, base));
        if (root instanceof Double number && number.isNaN()) {
            throw PythonError.value("root() can only be used on numbers: math domain error");
        }
        return root;
    }
}
