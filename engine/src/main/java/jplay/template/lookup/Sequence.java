package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** {@code sequence}: numbers in a format. */
final class Sequence {
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:(\\d+|0x[0-9a-fA-F]+|0\\d+)-)?(\\d+|0x[0-9a-fA-F]+|0\\d+)(?:/(\\d+|0x[0-9a-fA-F]+))?(?::(.+))?");
    private static final Set<String> OPTIONS = Set.of("start", "end", "count", "stride", "format");

    private final Map<String, @Nullable Object> options;

    private Sequence(Map<String, @Nullable Object> options) {
        this.options = options;
    }

    static List<@Nullable Object> run(FilterCall call) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        OPTIONS.forEach(name -> given.put(name, call.get(name)));
        var numbers = new ArrayList<@Nullable Object>();
        var terms = call.list();
        if (terms.isEmpty()) {
            return new Sequence(given).numbers();
        }
        for (var term : terms) {
            var options = new LinkedHashMap<>(given);
            parse(Text.of(term), options);
            numbers.addAll(new Sequence(options).numbers());
        }
        return numbers;
    }

    private static void parse(String term, Map<String, @Nullable Object> options) {
        var brief = SHORT.matcher(term);
        if (brief.matches()) {
            putGiven(options, "start", brief.group(1));
            putGiven(options, "end", brief.group(2));
            putGiven(options, "stride", brief.group(3));
            putGiven(options, "format", brief.group(4));
            return;
        }
        var parsed = Terms.of(term);
        for (var option : parsed.options().entrySet()) {
            if (!OPTIONS.contains(option.getKey())) {
                throw PythonError.value(
                        "unrecognized arguments to with_sequence: " + Text.repr(option.getKey()));
            }
            options.put(option.getKey(), option.getValue());
        }
        if (!parsed.text().isEmpty()) {
            throw PythonError.value(
                    "unknown error parsing with_sequence arguments: " + Text.repr(term));
        }
    }

    private static void putGiven(
            Map<String, @Nullable Object> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private long number(String name, long orElse) {
        var value = options.get(name);
        if (value == null) {
            return orElse;
        }
        if (value instanceof CharSequence text) {
            return Numbers.parseInteger(text.toString(), 10)
                    .map(number -> ((Number) number).longValue())
                    .orElseThrow(() ->
                            PythonError.value(
                                    "Invalid value provided for 'integer': " + Text.repr(value)));
        }
        return Numbers.index(value);
    }

    private List<@Nullable Object> numbers() {
        var start = number("start", 1);
        var stride = number("stride", 1);
        if (options.get("count") == null && options.get("end") == null) {
            throw PythonError.value("must specify count or end in with_sequence");
        }
        if (options.get("count") != null && options.get("end") != null) {
            throw PythonError.value("can't specify both count and end in with_sequence");
        }
        if (options.get("count") != null) {
            var count = number("count", 0);
            return count == 0 || stride == 0
                    ? new ArrayList<>()
                    : numbers(start, start + count * stride - 1 * stride, stride);
        }
        var end = number("end", 0);
        if (stride > 0 && end < start) {
            throw PythonError.value("to count backwards make stride negative");
        }
        if (stride < 0 && end > start) {
            throw PythonError.value("to count forward don't make stride negative");
        }
        return stride == 0 ? new ArrayList<>() : numbers(start, end, stride);
    }

    private List<@Nullable Object> numbers(long start, long end, long stride) {
        var format = options.get("format") == null ? "%d" : Text.of(options.get("format"));
        if (format.replace("%%", "").chars().filter(c -> c == '%').count() != 1) {
            throw PythonError.value("bad formatting string: " + format);
        }
        var numbers = new ArrayList<@Nullable Object>();
        for (var i = start; stride > 0 ? i <= end : i >= end; i += stride) {
            numbers.add(PercentFormat.format(format, i));
        }
        return numbers;
    }
}
