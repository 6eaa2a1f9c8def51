package jplay.template.ansible.general;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.format.IniFile;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code from_ini} and {@code to_ini}. */
final class IniFilters {
    private IniFilters() {}

    static Object read(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type("from_ini requires a str, got " + Types.name(call.value()));
        }
        try {
            var file = new IniFile(text.toString(), new IniFile.Style(false, true, false));
            return new LinkedHashMap<>(file.sections());
        } catch (PythonError e) {
            throw PythonError.value("from_ini failed to parse given string: " + e.getMessage());
        }
    }

    static String write(FilterCall call) {
        if (!(call.value() instanceof Map<?, ?> dict)) {
            throw PythonError.type("to_ini requires a dict, got " + Types.name(call.value()));
        }
        if (dict.isEmpty()) {
            throw PythonError.value(
                    "to_ini received an empty dict. An empty dict cannot be converted.");
        }
        var sections = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (dict.containsKey("DEFAULT")) {
            sections.put("DEFAULT", dict.get("DEFAULT"));
        }
        dict.forEach(sections::putIfAbsent);
        var out = new StringBuilder();
        sections.forEach((name, options) -> section(out, name, options));
        return out.substring(0, out.length() - 1);
    }

    private static void section(
            StringBuilder out, @Nullable Object name, @Nullable Object options) {
        if (!(options instanceof Map<?, ?> dict)) {
            throw PythonError.value(
                    "to_ini failed to parse given dict:'"
                            + Types.name(options)
                            + "' object has no attribute 'items'");
        }
        out.append('[').append(Text.of(name)).append("]\n");
        dict.forEach((key, value) -> {
            if (value == null) {
                throw PythonError.type(
                        "to_ini failed to parse given dict:option values must be strings");
            }
            var text = Text.of(value).replace("\n", "\n\t");
            out.append(Text.of(key)).append(" = ").append(text).append('\n');
        });
        out.append('\n');
    }
}
