package jplay.playbook.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of users: what is said about which line. */
class MistakesTests {
    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> areToldOnTheirLines() throws IOException {
        return Stream.of(
                        "play-mistakes.yml",
                        "task-mistakes.yml",
                        "argument-mistakes.yml",
                        "file-mistakes.yml")
                .flatMap(MistakesTests::cases)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static Stream<CaseFiles> cases(String resource) {
        try {
            return CaseFiles.in(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(CaseFiles one) throws IOException {
        var root = Files.createDirectory(folder.resolve(one.name())).toRealPath();
        var expected = one.write(root);
        var found = diagnostics(root).stream().map(told -> CaseFiles.shown(told, root)).toList();
        assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
    }

    private static List<Diagnostic> diagnostics(Path root) {
        try {
            return CaseFiles.loader(root, Map.of()).load(root.resolve("site.yml")).warnings();
        } catch (PlaybookException e) {
            return e.diagnostics();
        }
    }

    @Test
    void areToldWithPlaceLengthAndTrail() throws IOException {
        var roles = Files.createDirectories(folder.resolve("roles/etcd/tasks"));
        Files.writeString(
                roles.resolve("main.yml"),
                "- name: install\n  copy:\n    dest: /x\n    onwer: root\n");
        var site =
                Files.writeString(
                        folder.resolve("site.yml"),
                        "- name: members\n  hosts: all\n  roles: [etcd]\n");
        var told =
                assertThrows(
                                PlaybookException.class,
                                () -> CaseFiles.loader(folder, Map.of()).load(site))
                        .diagnostics()
                        .getFirst();
        assertEquals(4, told.location().line());
        assertEquals(5, told.location().column());
        assertEquals(5, told.length());
        assertEquals(
                List.of(
                        "task 'install'",
                        "role 'etcd'",
                        "play 'members' (" + site.toRealPath() + ":1)"),
                told.trail());
    }

    @Test
    void areToldInOrderOfTheSource() throws IOException {
        var site =
                Files.writeString(
                        folder.resolve("site.yml"),
                        """
                        - hosts: all
                          tsks: []
                        - tasks:
                            - copi: {}
                        """);
        var lines =
                assertThrows(
                                PlaybookException.class,
                                () -> CaseFiles.loader(folder, Map.of()).load(site))
                        .diagnostics()
                        .stream()
                        .map(told -> told.location().line())
                        .toList();
        assertEquals(List.of(2, 3, 4), lines);
    }
}
