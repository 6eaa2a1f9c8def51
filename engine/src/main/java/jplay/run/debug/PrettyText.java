package jplay.run.debug;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jplay.template.python.Text;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** A value as Python prints it, over several lines when one is too short; keys are sorted. */
final class PrettyText {
    private static final int WIDTH = 80;

    private PrettyText() {}

    static String of(@Nullable Object value) {
        return of(value, 1);
    }

    private static String of(@Nullable Object value, int indent) {
        return switch (value) {
            case TemplateString template -> Text.repr(template.text());
            case Map<?, ?> map -> joined(map, indent);
            case List<?> list -> joined(list, indent);
            case null, default -> Text.repr(value);
        };
    }

    private static String joined(Map<?, ?> map, int indent) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(Text.repr(key), value));
        var entries =
                sorted.entrySet().stream()
                        .map(entry -> {
                            var deeper = indent + entry.getKey().length() + 2;
                            return entry.getKey() + ": " + of(entry.getValue(), deeper);
                        })
                        .toList();
        return "{" + laidOut(entries, indent) + "}";
    }

    private static String joined(List<?> list, int indent) {
        return "["
                + laidOut(list.stream().map(each -> of(each, indent + 1)).toList(), indent)
                + "]";
    }

    private static String laidOut(List<String> entries, int indent) {
        var line = String.join(", ", entries);
        return indent + line.length() < WIDTH && !line.contains("\n")
                ? line
                : entries.stream().collect(Collectors.joining(",\n" + " ".repeat(indent)));
    }
}
