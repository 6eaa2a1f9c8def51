package jplay.template.ansible.general;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jplay.template.filter.FilterCall;
import jplay.template.format.CsvRows;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** {@code from_csv}: a dict for each row. */
final class CsvFilter {
    private CsvFilter() {}

    static Object apply(FilterCall call) {
        var rows = new ArrayList<List<String>>(CsvRows.of(call.text(), style(call)));
        var names = new ArrayList<@Nullable Object>();
        if (call.has("fieldnames")) {
            names.addAll(call.list("fieldnames"));
        } else if (!rows.isEmpty()) {
            names.addAll(rows.removeFirst());
        }
        var dicts = new ArrayList<@Nullable Object>();
        rows.forEach(row -> dicts.add(dict(names, row)));
        return dicts;
    }

    private static CsvRows.Style style(FilterCall call) {
        var usual =
                switch (call.text("dialect")) {
                    case "excel", "unix" -> ",";
                    case "excel-tab" -> "\t";
                    default ->
                            throw PythonError.value(
                                    "Dialect '"
                                            + call.text("dialect")
                                            + "' is not supported by your version of python.");
                };
        var delimiter = call.has("delimiter") ? call.text("delimiter") : usual;
        if (delimiter.length() != 1) {
            throw PythonError.value(
                    "Unable to create custom dialect: \"delimiter\" must be a 1-character string");
        }
        return new CsvRows.Style(
                delimiter.charAt(0), call.flag("skipinitialspace"), call.flag("strict"));
    }

    /** Cells beyond the names stand under None, names beyond the cells have None. */
    private static Object dict(List<@Nullable Object> names, List<String> row) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var i = 0; i < names.size(); i++) {
            dict.put(names.get(i), i < row.size() ? row.get(i) : null);
        }
        if (row.size() > names.size()) {
            dict.put(null, new ArrayList<@Nullable Object>(row.subList(names.size(), row.size())));
        }
        return dict;
    }
}
