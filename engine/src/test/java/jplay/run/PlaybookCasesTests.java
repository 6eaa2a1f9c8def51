package jplay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code src/test/playbooks} tells what real Ansible told when the case was
 * recorded.
 */
class PlaybookCasesTests {
    @TestFactory
    List<DynamicTest> tellsWhatAnsibleTells() throws IOException {
        var root =
                Files.isDirectory(Path.of("src/test/playbooks"))
                        ? Path.of("src/test/playbooks")
                        : Path.of("engine/src/test/playbooks");
        try (var folders = Files.list(root)) {
            var cases =
                    folders.filter(Files::isDirectory)
                            .sorted()
                            .map(Path::toAbsolutePath)
                            .map(PlaybookCase::new)
                            .toList();
            assertFalse(cases.isEmpty());
            return cases.stream()
                    .map(each ->
                            DynamicTest.dynamicTest(
                                    each.folder().getFileName().toString(), () -> check(each)))
                    .toList();
        }
    }

    private static void check(PlaybookCase each) throws IOException {
        assertEquals(each.expected(), each.actual(new FakeReach()));
    }
}
