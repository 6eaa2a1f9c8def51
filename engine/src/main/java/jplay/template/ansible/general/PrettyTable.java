package jplay.template.ansible.general;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code to_prettytable}: a table drawn with characters. */
final class PrettyTable {
    private static final Set<String> ALIGNMENTS = Set.of("left", "center", "right", "l", "c", "r");

    private final List<String> titles;
    private final List<List<String>> rows;
    private final Map<String, String> alignments;
    private final List<Integer> widths = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private PrettyTable(
            List<String> titles, List<List<String>> rows, Map<String, String> alignments) {
        this.titles = titles;
        this.rows = rows;
        this.alignments = alignments;
        for (var i = 0; i < titles.size(); i++) {
            var width = TextWidth.of(titles.get(i));
            for (var row : rows) {
                width = Math.max(width, row.get(i).lines().mapToInt(TextWidth::of).max().orElse(0));
            }
            widths.add(width);
        }
    }

    static String apply(FilterCall call) {
        var options = new LinkedHashMap<>(call.named());
        if (!call.rest().isEmpty()) {
            options.put("column_order", new ArrayList<@Nullable Object>(call.rest()));
        }
        var dicts = dicts(call);
        var columns = columns(dicts, options.get("column_order"));
        var titles = titles(columns, options.get("header_names"));
        var rows = new ArrayList<List<String>>();
        dicts.forEach(dict -> rows.add(columns.stream().map(name -> cell(dict, name)).toList()));
        return new PrettyTable(titles, rows, alignments(options.get("column_alignments"))).draw();
    }

    private static List<Map<?, ?>> dicts(FilterCall call) {
        if (!Types.isSequence(call.value())) {
            throw PythonError.type(
                    "Expected a list of dictionaries, got a "
                            + (call.value() instanceof CharSequence
                                    ? "string"
                                    : Types.name(call.value())));
        }
        var dicts = new ArrayList<Map<?, ?>>();
        for (var item : call.list()) {
            if (!(item instanceof Map<?, ?> dict)) {
                throw PythonError.type(
                        "Expected all items in the list to be dictionaries, got a "
                                + Types.name(item));
            }
            dicts.add(dict);
        }
        return dicts;
    }

    private static List<?> names(@Nullable Object given, String what) {
        if (!Types.isSequence(given)) {
            throw PythonError.type(
                    "Expected a list of "
                            + what
                            + " names, got a "
                            + (given instanceof CharSequence ? "string" : Types.name(given)));
        }
        return Iteration.list(given);
    }

    private static List<?> columns(List<Map<?, ?>> dicts, @Nullable Object order) {
        if (order != null) {
            return names(order, "column");
        }
        return dicts.isEmpty() ? List.of() : new ArrayList<>(dicts.getFirst().keySet());
    }

    private static List<String> titles(List<?> columns, @Nullable Object headers) {
        var names = headers == null ? columns : names(headers, "header");
        if (names.size() > columns.size()) {
            throw PythonError.value(
                    "'header_names' has more elements (%d) than available fields in data (%d)"
                            .formatted(names.size(), columns.size()));
        }
        if (names.size() < columns.size()) {
            throw PythonError.value(
                    "Row has incorrect number of values, (actual) %d!=%d (expected)"
                            .formatted(columns.size(), names.size()));
        }
        return names.stream().map(Text::of).toList();
    }

    private static Map<String, String> alignments(@Nullable Object given) {
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof Map<?, ?> dict)) {
            throw PythonError.type(
                    "Expected a dictionary for column_alignments, got a " + Types.name(given));
        }
        var alignments = new LinkedHashMap<String, String>();
        dict.forEach((name, value) -> {
            var alignment = Text.of(value).toLowerCase(Locale.ROOT);
            if (!ALIGNMENTS.contains(alignment)) {
                throw PythonError.value(
                        "Invalid alignment '"
                                + Text.of(value)
                                + "' in 'column_alignments'. Valid alignments are: c, center, l, left, r, right");
            }
            alignments.put(Text.of(name), alignment.substring(0, 1));
        });
        return alignments;
    }

    private static String cell(Map<?, ?> dict, @Nullable Object name) {
        var value = Keys.get(dict, name);
        return value == PythonObject.ABSENT ? "" : Text.of(value);
    }

    private String draw() {
        rule();
        line(titles);
        rule();
        rows.forEach(this::line);
        if (!rows.isEmpty()) {
            rule();
        }
        return out.substring(0, out.length() - 1);
    }

    private void rule() {
        out.append('+');
        widths.forEach(width -> out.append("-".repeat(width + 2)).append('+'));
        out.append(widths.isEmpty() ? "+\n" : "\n");
    }

    /** One row, on as many lines as its longest cell has. */
    private void line(List<String> cells) {
        var height = cells.stream().mapToLong(cell -> cell.lines().count()).max().orElse(0);
        for (var i = 0; i < Math.max(1, height) && !cells.isEmpty(); i++) {
            out.append('|');
            for (var column = 0; column < cells.size(); column++) {
                var text = cells.get(column).lines().skip(i).findFirst().orElse("");
                out.append(' ').append(aligned(text, column)).append(" |");
            }
            out.append('\n');
        }
    }

    private String aligned(String text, int column) {
        var length = TextWidth.of(text);
        var excess = widths.get(column) - length;
        var left =
                switch (alignments.getOrDefault(titles.get(column), "c")) {
                    case "l" -> 0;
                    case "r" -> excess;
                    default -> excess / 2 + (excess % 2 != 0 && length % 2 == 0 ? 1 : 0);
                };
        return " ".repeat(left) + text + " ".repeat(excess - left);
    }
}
