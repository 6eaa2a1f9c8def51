package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ansible-core and its collections answered; {@code tests/oracle/answers.py} asked them. */
class OracleTests {
    private static final Path FOLDER = Path.of("src/test/resources/oracle");

    static List<Path> files() throws IOException {
        var folder = Files.isDirectory(FOLDER) ? FOLDER : Path.of("engine").resolve(FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersAsAnsibleDoes(Path file) {
        var cases = Corpus.read(file);
        var score = CorpusScore.of(cases);
        assertEquals(List.of(), score.failing());
        assertTrue(score.rate("ansible ").asked() == cases.size(), "every case is asked");
    }
}
