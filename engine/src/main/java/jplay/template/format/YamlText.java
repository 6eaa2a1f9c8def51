package jplay.template.format;

import java.util.List;
import java.util.stream.Collectors;
import jplay.diagnostic.Problems;
import jplay.template.python.PythonError;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads YAML that is data: nothing in it is a template. */
public final class YamlText {
    private static final String SOURCE = "<unicode string>";

    private YamlText() {}

    /** The value of a text's only document. */
    public static @Nullable Object read(String text) {
        var problems = new Problems();
        var node = YamlReader.parse(text, SOURCE, problems);
        refuse(problems);
        return node.map(YamlText::value).orElse(null);
    }

    /** The values of all documents. */
    public static List<@Nullable Object> readAll(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var problems = new Problems();
        var nodes = YamlReader.parseAll(text, SOURCE, problems);
        refuse(problems);
        return nodes.stream().map(YamlText::value).collect(Collectors.toList());
    }

    private static void refuse(Problems problems) {
        problems.all().stream()
                .filter(problem -> problem.severity() == jplay.diagnostic.Diagnostic.Severity.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new PythonError(
                            "YAMLError", problem.message() + " in " + problem.location());
                });
    }

    private static @Nullable Object value(YamlNode node) {
        return Untrusted.of(node.value());
    }

    /** Makes plain text of what would be a template. */
    private static final class Untrusted {
        private Untrusted() {}

        static @Nullable Object of(@Nullable Object value) {
            return switch (value) {
                case TemplateString template -> template.text();
                case List<?> list -> list.stream().map(Untrusted::of).collect(Collectors.toList());
                case java.util.Map<?, ?> map -> {
                    var copy = new java.util.LinkedHashMap<@Nullable Object, @Nullable Object>();
                    map.forEach((key, item) -> copy.put(of(key), of(item)));
                    yield copy;
                }
                case null, default -> value;
            };
        }
    }
}
