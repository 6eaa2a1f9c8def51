package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * {@code to_xml}: a dict as XML. Keys that begin with {@code @} are attributes, {@code #text} is
 * the text beside other content.
 */
final class XmlText {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final String TEXT = "#text";
    private static final String COMMENT = "#comment";
    private static final Pattern NO_NAME =
            Pattern.compile("[?!].*|.*[<>/=\"'\\s].*", Pattern.DOTALL);

    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final boolean document;

    private XmlText(String indent, boolean document) {
        this.indent = indent;
        this.document = document;
    }

    static Object apply(FilterCall call) {
        var typed = new TypedArguments(call);
        var dict = TypedArguments.dict("data", Undefined.refuse(call.value()));
        var spaces = typed.choice("indent", List.of("tabs", "spaces")).orElse("").equals("spaces");
        var width = typed.integer("indent_width").map(Number::intValue).orElse(4);
        var document = typed.flag("full_document");
        refuseEngine("to_xml", call.text("engine"));
        var indent = spaces ? " ".repeat(Math.max(0, width)) : "\t";
        return new XmlText(indent, document).write(dict);
    }

    static void refuseEngine(String filter, String engine) {
        if (!engine.equals("xmltodict")) {
            throw PythonError.value(
                    "Error when using plugin '%s': engine: %s is not supported"
                            .formatted(filter, engine));
        }
    }

    private static PythonError invalid() {
        return PythonError.value("Error when using plugin 'to_xml': Input json is not valid");
    }

    private String write(Map<?, ?> dict) {
        if (document && (dict.size() != 1 || dict.containsKey(COMMENT))) {
            throw invalid();
        }
        out.append(document ? HEADER : "");
        dict.forEach((key, value) -> element(Text.of(key), value, 0));
        return out.toString();
    }

    private static List<? extends @Nullable Object> occurrences(@Nullable Object value) {
        if (Types.isSequence(value)) {
            return (List<?>) value;
        }
        var one = new ArrayList<@Nullable Object>();
        one.add(value);
        return one;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean bool -> bool ? "true" : "false";
            default -> Text.of(value);
        };
    }

    private static String name(String name) {
        if (NO_NAME.matcher(name).matches()) {
            throw invalid();
        }
        return name;
    }

    /** What an element holds. */
    private record Content(
            Map<String, String> attributes, Map<String, @Nullable Object> children, String text) {
        static Content of(@Nullable Object value) {
            var attributes = new LinkedHashMap<String, String>();
            var children = new LinkedHashMap<String, @Nullable Object>();
            if (!(value instanceof Map<?, ?> dict)) {
                return new Content(attributes, children, XmlText.text(value));
            }
            var text = "";
            for (var entry : dict.entrySet()) {
                var key = Text.of(entry.getKey());
                if (key.equals(TEXT)) {
                    text = XmlText.text(entry.getValue());
                } else if (key.equals("@xmlns") && entry.getValue() instanceof Map<?, ?> spaces) {
                    spaces.forEach((prefix, uri) ->
                            attributes.put(
                                    Text.of(prefix).isEmpty() ? "xmlns" : "xmlns:" + prefix,
                                    Text.of(uri)));
                } else if (key.startsWith("@")) {
                    attributes.put(name(key.substring(1)), XmlText.text(entry.getValue()));
                } else if (!(entry.getValue() instanceof List<?> list) || !list.isEmpty()) {
                    children.put(key, entry.getValue());
                }
            }
            return new Content(attributes, children, text);
        }
    }

    private void element(String name, @Nullable Object value, int depth) {
        if (name.equals(COMMENT)) {
            comment(value, depth);
            return;
        }
        var occurrences = occurrences(value);
        if (depth == 0 && document && occurrences.size() > 1) {
            throw invalid();
        }
        for (var occurrence : occurrences) {
            occurrence(name(name), Content.of(occurrence), depth);
        }
    }

    private void occurrence(String name, Content content, int depth) {
        out.repeat(indent, depth).append('<').append(name);
        content.attributes.forEach(
                (key, value) -> out.append(' ').append(key).append('=').append(quoted(value)));
        out.append('>');
        if (!content.children.isEmpty()) {
            out.append('\n');
            content.children.forEach((key, value) -> element(key, value, depth + 1));
        }
        out.append(escaped(content.text));
        if (!content.children.isEmpty()) {
            out.repeat(indent, depth);
        }
        out.append("</").append(name).append('>').append(depth > 0 ? "\n" : "");
    }

    private void comment(@Nullable Object value, int depth) {
        for (var occurrence : occurrences(value)) {
            var text = text(occurrence);
            if (text.contains("--") || text.endsWith("-")) {
                throw invalid();
            }
            if (!text.isEmpty()) {
                out.repeat(indent, depth).append("<!--").append(text).append("-->\n");
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;");
    }

    private static String quoted(String text) {
        var escaped =
                escaped(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
        if (!escaped.contains("\"")) {
            return "\"" + escaped + "\"";
        }
        return escaped.contains("'")
                ? "\"" + escaped.replace("\"", "&quot;") + "\""
                : "'" + escaped + "'";
    }
}
