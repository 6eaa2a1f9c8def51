package jplay.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.template.format.JsonReader;

/**
 * The cases whose answers Python gave: one JSON object a line; its fields are explained in {@code
 * templating.md}.
 */
final class Corpus {
    private static final String NAME = "jinja-corpus.jsonl";
    private static final Path SAMPLE = Path.of("src/test/resources/jinja-corpus-sample.jsonl");

    private Corpus() {}

    /** One case. */
    record Case(Map<?, ?> fields) {
        String id() {
            return (String) fields.get("id");
        }

        String category() {
            return (String) fields.get("category");
        }

        String template() {
            return (String) fields.get("template");
        }

        String mode() {
            return (String) fields.get("mode");
        }

        Map<?, ?> map(String field) {
            return fields.get(field) instanceof Map<?, ?> map ? map : Map.of();
        }

        boolean isCore() {
            return !"ansible".equals(fields.get("engine"));
        }

        /**
         * The answer asked for: the fields {@code expected} or {@code expected_error}; none when
         * nothing is asked.
         */
        Optional<Map<?, ?>> answer(boolean plain) {
            if (plain) {
                return isCore() ? Optional.of(fields) : Optional.empty();
            }
            var own = map("ansible");
            return own.containsKey("any")
                    ? Optional.empty()
                    : Optional.of(own.isEmpty() ? fields : own);
        }
    }

    /** The whole corpus where it lies beside the repository, else the sample that lies in it. */
    static Path file() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var file = folder.resolve("shared").resolve(NAME);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return Files.isRegularFile(SAMPLE) ? SAMPLE : Path.of("engine").resolve(SAMPLE);
    }

    /** Cases that lie among the resources of the tests. */
    static List<Case> recorded(String name) {
        var file = SAMPLE.resolveSibling(name);
        return read(Files.isRegularFile(file) ? file : Path.of("engine").resolve(file));
    }

    static List<Case> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> new Case((Map<?, ?>) JsonReader.read(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
