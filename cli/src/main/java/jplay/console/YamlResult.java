package jplay.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.template.format.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Values as YAML to be read by people: texts of several lines stand as they are. */
final class YamlResult {
    private static final int INDENT = 4;
    private static final int WIDTH = 80;

    private YamlResult() {}

    static String of(Map<String, @Nullable Object> values) {
        return String.join("\n", lines(values, 0));
    }

    private static List<String> lines(@Nullable Object value, int depth) {
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> entries(map, depth);
            case Collection<?> list when !list.isEmpty() -> items(list, depth);
            case String text when text.contains("\n") -> block(text);
            case null, default -> scalar(value, depth);
        };
    }

    private static List<String> entries(Map<?, ?> map, int depth) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        var lines = new ArrayList<String>();
        sorted.forEach((key, value) -> lines.addAll(entry(key, value, depth)));
        return lines;
    }

    private static List<String> entry(String key, @Nullable Object value, int depth) {
        var name = String.join("", scalar(key, 0));
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return headed(name + ":", indented(entries(map, depth + 1)));
        }
        if (value instanceof Collection<?> list && !list.isEmpty()) {
            return headed(name + ":", items(list, depth));
        }
        if (value instanceof String text && text.contains("\n")) {
            var block = block(text);
            return headed(name + ": " + block.getFirst(), block.subList(1, block.size()));
        }
        return yaml(Collections.singletonMap(key, value), depth);
    }

    private static List<String> items(Collection<?> list, int depth) {
        var lines = new ArrayList<String>();
        for (var item : list) {
            var inner = lines(item, depth + 1);
            lines.add((nested(item) ? "-   " : "- ") + inner.getFirst());
            lines.addAll(indented(inner.subList(1, inner.size())));
        }
        return lines;
    }

    private static boolean nested(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> !map.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            case null, default -> false;
        };
    }

    private static List<String> headed(String head, List<String> rest) {
        var lines = new ArrayList<>(List.of(head));
        lines.addAll(rest);
        return lines;
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? "" : " ".repeat(INDENT) + line).toList();
    }

    private static List<String> block(String text) {
        var clean = text.stripTrailing().replaceAll("[\\x0b\\r]", "").replaceAll("[ \\t]+\n", "\n");
        var hint = clean.startsWith(" ") ? String.valueOf(INDENT) : "";
        var lines = new ArrayList<>(List.of("|" + hint + "-"));
        lines.addAll(indented(clean.lines().toList()));
        return lines;
    }

    private static List<String> scalar(@Nullable Object value, int depth) {
        var lines = new ArrayList<>(yaml(value, depth));
        if (lines.getLast().equals("...")) {
            lines.removeLast();
        }
        return lines;
    }

    private static List<String> yaml(@Nullable Object value, int depth) {
        var width = Math.max(20, WIDTH - INDENT * depth);
        var style = new YamlWriter.Style(INDENT, width, YamlWriter.Flow.NONE, true, false);
        return YamlWriter.write(value, style).stripTrailing().lines().toList();
    }
}
