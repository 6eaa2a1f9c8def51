package jplay.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The cases of one module, and the answers that were recorded for them.
 *
 * @param ignore return values that are not compared in any case, with the reason
 */
record CaseFile(String module, Path file, Map<String, String> ignore, List<Case> cases) {

    /** All files of cases in a folder. */
    static List<CaseFile> all(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path file) {
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            var written = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
            var module = file.getFileName().toString().replace(".yml", "");
            var cases =
                    ((List<?>) written.get("cases"))
                            .stream().map(each -> Case.of((Map<?, ?>) each)).toList();
            return new CaseFile(module, file, Case.texts(written.get("ignore")), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path answersFile() {
        return file.resolveSibling(module + ".answers.json");
    }

    /** What was recorded, by the name of the case. */
    Map<String, @Nullable Object> answers() throws IOException {
        var answers = new TreeMap<String, @Nullable Object>();
        if (Files.exists(answersFile())
                && Json.read(Files.readString(answersFile())) instanceof Map<?, ?> map) {
            map.forEach((name, answer) -> answers.put(name.toString(), answer));
        }
        return answers;
    }

    void record(Map<String, @Nullable Object> answers) throws IOException {
        Files.writeString(answersFile(), Json.write(answers, Json.Style.SORTED_INDENTED) + "\n");
    }
}
