package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code to_time_unit} and its like: texts such as {@code 1h 30m} in one unit. */
final class TimeUnits {
    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final int DIGITS = 12;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PART = Pattern.compile("(-?\\d+)([a-z]+)");
    private static final Map<String, Double> SHORT =
            Map.of("ms", 1.0, "s", SECOND, "m", MINUTE, "h", HOUR, "d", DAY, "w", 7 * DAY);
    private static final Map<String, Double> LONG =
            Map.ofEntries(
                    Map.entry("millisecond", 1.0),
                    Map.entry("msec", 1.0),
                    Map.entry("msecond", 1.0),
                    Map.entry("sec", SECOND),
                    Map.entry("second", SECOND),
                    Map.entry("min", MINUTE),
                    Map.entry("minute", MINUTE),
                    Map.entry("hour", HOUR),
                    Map.entry("day", DAY),
                    Map.entry("week", 7 * DAY));

    static final List<Filter> TABLE =
            Stream.concat(
                            Stream.of(
                                    filter(
                                            "to_time_unit(text, unit='ms', year=365, month=30)",
                                            call -> convert(call, call.text("unit")))),
                            Stream.of(
                                            "milliseconds",
                                            "seconds",
                                            "minutes",
                                            "hours",
                                            "days",
                                            "weeks",
                                            "months",
                                            "years")
                                    .map(unit ->
                                            filter(
                                                    "to_" + unit + "(text, year=365, month=30)",
                                                    call -> convert(call, unit))))
                    .toList();

    private final double year;
    private final double month;

    private TimeUnits(FilterCall call) {
        this.year = days(call.get("year"));
        this.month = days(call.get("month"));
    }

    private static double days(@Nullable Object days) {
        if (!Types.isNumber(days)) {
            throw PythonError.type(
                    "unsupported operand type(s) for *: 'int' and '" + Types.name(days) + "'");
        }
        return Numbers.real(days) * DAY;
    }

    private static Object convert(FilterCall call, String unit) {
        return new TimeUnits(call).in(unit, Types.text(call.value(), "the time"));
    }

    private Optional<Double> length(String unit) {
        var singular = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return switch (unit) {
            case "mo", "month", "months" -> Optional.of(month);
            case "y", "year", "years" -> Optional.of(year);
            default ->
                    Optional.ofNullable(SHORT.get(unit))
                            .or(() -> Optional.ofNullable(LONG.get(singular)));
        };
    }

    private double in(String unit, String text) {
        var sum = 0.0;
        for (var part : SPACE.split(text.strip(), -1)) {
            sum += part.isEmpty() ? 0 : milliseconds(part, text);
        }
        var length =
                length(unit)
                        .orElseThrow(() ->
                                PythonError.value(
                                        "to_time_unit() can not convert to the following unit: "
                                                + unit));
        return BigDecimal.valueOf(sum / length)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private double milliseconds(String part, String text) {
        var match = PART.matcher(part);
        var length = match.matches() ? length(match.group(2)) : Optional.<Double>empty();
        return length.map(each -> each * Double.parseDouble(match.group(1)))
                .orElseThrow(() ->
                        PythonError.value(
                                "to_time_unit() can not interpret following string: " + text));
    }
}
