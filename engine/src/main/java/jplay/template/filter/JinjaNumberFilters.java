package jplay.template.filter;

import static jplay.template.filter.Filter.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import jplay.template.python.Arithmetic;
import jplay.template.python.Comparison;
import jplay.template.python.Numbers;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Jinja's filters on numbers. */
final class JinjaNumberFilters {
    private static final List<String> BINARY =
            List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");
    private static final List<String> DECIMAL =
            List.of("kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");

    static final List<Filter> TABLE =
            List.of(
                    filter("abs(x)", JinjaNumberFilters::absolute),
                    filter("filesizeformat(value, binary=false)", JinjaNumberFilters::fileSize),
                    filter(
                            "float(value, default=0.0)",
                            call -> toFloat(call.value(), call.get("default"))),
                    filter("int(value, default=0, base=10)", JinjaNumberFilters::toInteger),
                    filter(
                            "round(value, precision=0, method='common')",
                            JinjaNumberFilters::round));

    private JinjaNumberFilters() {}

    private static Object absolute(FilterCall call) {
        var value = Undefined.refuse(call.value());
        if (!Types.isNumber(value)) {
            throw PythonError.type("bad operand type for abs(): '" + Types.name(value) + "'");
        }
        return Arithmetic.signed(Comparison.ordered(value, "<", 0L) ? "-" : "+", value);
    }

    private static String fileSize(FilterCall call) {
        var base = call.flag("binary") ? 1024 : 1000;
        var units = call.flag("binary") ? BINARY : DECIMAL;
        var bytes = Numbers.real(toFloat(call.value(), 0.0));
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < base) {
            return (long) bytes + " Bytes";
        }
        var unit = 0;
        var size = bytes / base;
        while (size >= base && unit < units.size() - 1) {
            size /= base;
            unit++;
        }
        return PercentFormat.format("%.1f", size) + " " + units.get(unit);
    }

    private static @Nullable Object toFloat(@Nullable Object value, @Nullable Object orElse) {
        Undefined.refuse(value);
        if (Types.isNumber(value)) {
            return Numbers.real(value);
        }
        return value instanceof CharSequence text
                ? Numbers.parseFloat(text.toString()).map(Object.class::cast).orElse(orElse)
                : orElse;
    }

    private static @Nullable Object toInteger(FilterCall call) {
        var value = Undefined.refuse(call.value());
        if (Types.isIntegral(value)) {
            return Numbers.integer(Numbers.big(value));
        }
        if (Types.isFloat(value)) {
            return truncated(Numbers.real(value), call.get("default"));
        }
        if (!(value instanceof CharSequence text)) {
            return call.get("default");
        }
        var integer = Numbers.parseInteger(text.toString(), call.integer("base"));
        if (integer.isPresent()) {
            return integer.get();
        }
        var real = Numbers.parseFloat(text.toString());
        return real.isPresent() ? truncated(real.get(), call.get("default")) : call.get("default");
    }

    private static @Nullable Object truncated(double value, @Nullable Object orElse) {
        return Double.isNaN(value) ? orElse : Numbers.truncate(value);
    }

    private static Object round(FilterCall call) {
        var method = call.text("method");
        if (!Set.of("common", "ceil", "floor").contains(method)) {
            throw new PythonError("FilterArgumentError", "method must be common, ceil or floor");
        }
        var value = Undefined.refuse(call.value());
        if (!Types.isNumber(value)) {
            throw PythonError.type(
                    "type " + Types.name(value) + " doesn't define __round__ method");
        }
        var precision = call.integer("precision");
        if (method.equals("common") && Types.isIntegral(value)) {
            var number = new BigDecimal(Numbers.big(value));
            return Numbers.integer(
                    (precision >= 0 ? number : number.setScale(precision, RoundingMode.HALF_EVEN))
                            .toBigInteger());
        }
        return rounded(Numbers.real(value), precision, method);
    }

    private static double rounded(double value, int precision, String method) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        if (method.equals("common")) {
            return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
        }
        var scale = Math.pow(10, precision);
        return (method.equals("ceil") ? Math.ceil(value * scale) : Math.floor(value * scale))
                / scale;
    }
}
