package jplay.template.ansible.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code comment}: text between marks that make it a comment. */
final class CommentFilter {
    private static final Map<String, Map<String, String>> STYLES =
            Map.of(
                    "plain", Map.of("decoration", "# "),
                    "erlang", Map.of("decoration", "% "),
                    "c", Map.of("decoration", "// "),
                    "cblock", Map.of("beginning", "/*", "decoration", " * ", "end", " */"),
                    "xml", Map.of("beginning", "<!--", "decoration", " - ", "end", "-->"));

    private CommentFilter() {}

    static String apply(FilterCall call) {
        var style = STYLES.get(call.text("style"));
        if (style == null) {
            throw new PythonError("KeyError", Text.repr(call.text("style")));
        }
        var options = new LinkedHashMap<String, @Nullable Object>(style);
        options.putAll(call.named());
        var decoration = text(options, "decoration", "# ");
        var newline = text(options, "newline", "\n");
        var bare = rightStripped(decoration);
        var beginning = text(options, "beginning", "");
        var out = new StringBuilder(beginning.isEmpty() ? "" : beginning + newline);
        var prefix = text(options, "prefix", bare);
        var prefixLine = prefix.isEmpty() || prefix.equals(newline) ? prefix : prefix + newline;
        out.append(prefixLine.repeat(count(options, "prefix_count")));
        var body =
                decoration
                        + Types.text(call.value(), "text").replace(newline, newline + decoration);
        out.append(body.replace(newline + decoration + newline, newline + bare + newline));
        out.append(
                (newline + text(options, "postfix", bare)).repeat(count(options, "postfix_count")));
        var end = text(options, "end", "");
        return out.append(end.isEmpty() ? "" : newline + end).toString();
    }

    private static String text(Map<String, @Nullable Object> options, String name, String orElse) {
        return options.containsKey(name) ? Text.of(options.get(name)) : orElse;
    }

    private static int count(Map<String, @Nullable Object> options, String name) {
        return options.containsKey(name) ? Math.max(0, Numbers.index(options.get(name))) : 1;
    }

    private static String rightStripped(String text) {
        return text.stripTrailing();
    }
}
