package jplay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jplay.module.ArgsSpec;
import jplay.modules.Builtins;
import jplay.task.action.Actions;
import org.junit.jupiter.api.Test;

/**
 * The pages under {@code docs/modules} say what the records of modules and actions declare; {@code
 * -Dgolden.update=true} writes them anew.
 */
class ModuleReferenceTests {
    private static final Path FOLDER = Path.of("docs", "modules");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static Map<String, String> pages() {
        var catalog = new Actions().with(new Builtins());
        var pages = new TreeMap<String, String>();
        for (var name : catalog.names()) {
            catalog.find(name).ifPresent(spec -> pages.put(spec.name() + ".md", page(spec)));
        }
        var index = new ArrayList<String>();
        index.add("# Modules and actions\n\n| name | what it does |\n|---|---|");
        for (var name : catalog.names()) {
            catalog.find(name)
                    .ifPresent(spec ->
                            index.add(
                                    "| [%1$s](%1$s.md) | %2$s |"
                                            .formatted(spec.name(), spec.summary())));
        }
        pages.put("README.md", String.join("\n", index.stream().distinct().toList()) + "\n");
        return pages;
    }

    private static String page(ArgsSpec<?> spec) {
        var lines = new ArrayList<String>();
        lines.add("# " + spec.name() + "\n\n" + spec.summary() + "\n");
        if (!spec.aliases().isEmpty()) {
            lines.add("Also called `" + String.join("`, `", spec.aliases()) + "`.\n");
        }
        if (!spec.parameters().isEmpty()) {
            lines.add("| argument | type | default | meaning |\n|---|---|---|---|");
            spec.parameters().forEach(parameter -> lines.add(row(parameter)));
        }
        if (!spec.rules().isEmpty()) {
            lines.add("");
            spec.rules().forEach(rule -> lines.add("- " + rule));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(ArgsSpec.Parameter parameter) {
        var names = new ArrayList<String>();
        names.add("`" + parameter.name() + "`");
        parameter.aliases().forEach(alias -> names.add("`" + alias + "`"));
        var type =
                parameter.choices().isEmpty()
                        ? parameter.type()
                        : String.join(", ", parameter.choices());
        var fallback =
                parameter.required()
                        ? "**required**"
                        : parameter.orElse().map(text -> "`" + text + "`").orElse("");
        return "| %s | %s | %s | %s |"
                .formatted(String.join(", ", names), type, fallback, parameter.description())
                .replace("\n", " ");
    }

    @Test
    void pagesSayWhatTheRecordsDeclare() throws IOException {
        var pages = pages();
        assertFalse(pages.isEmpty());
        for (var page : pages.entrySet()) {
            var file = FOLDER.resolve(page.getKey());
            if (UPDATE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page.getValue());
            }
            var written = Files.exists(file) ? Files.readString(file) : "";
            assertEquals(
                    page.getValue(),
                    written,
                    file + " is not current: run with -Dgolden.update=true");
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    pages.size(),
                    files.count(),
                    "there are pages in " + FOLDER + " of modules that are gone");
        }
    }
}
