package jplay.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks answer as they did under Ansible, in CI under each shell that a host may have, else under
 * dash; {@code -Dconformance.shells=dash,bash} picks some. {@code
 * -Dconformance.record=ansible-playbook} asks Ansible for the answers that are missing, {@code
 * -Dconformance.all=true} for all; {@code -Dconformance.only=copy,file} picks modules.
 */
class ConformanceTests {
    private static final Path FOLDER = Program.checkout().resolve("tests/conformance");
    private static final String USUAL = System.getenv("CI") == null ? "dash" : "dash,bash,busybox";
    private static final List<String> SHELLS =
            List.of(System.getProperty("conformance.shells", USUAL).split(","));
    private static final String RECORD = System.getProperty("conformance.record", "");
    private static final boolean ALL = Boolean.getBoolean("conformance.all");
    private static final List<String> ONLY =
            List.of(System.getProperty("conformance.only", "").split(","));

    @TempDir Path root;

    @TestFactory
    Stream<DynamicNode> tasksAnswerAsUnderAnsible() {
        assertFalse(CaseFile.all(FOLDER).isEmpty());
        return CaseFile.all(FOLDER).stream()
                .filter(file -> ONLY.equals(List.of("")) || ONLY.contains(file.module()))
                .map(file ->
                        RECORD.isEmpty()
                                ? compared(file)
                                : dynamicTest(file.module(), () -> record(file)));
    }

    /** Asks Ansible for the answers that are missing, or for all. */
    private void record(CaseFile file) throws IOException {
        var answers = file.answers();
        answers.keySet().retainAll(file.cases().stream().map(Case::name).toList());
        var asked =
                file.cases().stream()
                        .filter(each -> ALL || !answers.containsKey(each.name()))
                        .toList();
        if (!asked.isEmpty()) {
            answers.putAll(
                    new Stage(root.resolve(file.module()), asked).play(Program.ansible(RECORD)));
        }
        file.record(answers);
    }

    private DynamicNode compared(CaseFile file) {
        return dynamicContainer(
                file.module(),
                SHELLS.stream().map(shell -> dynamicContainer(shell, underShell(file, shell))));
    }

    private Stream<DynamicNode> underShell(CaseFile file, String shell) {
        var cases = file.cases().stream().filter(Case::possible).toList();
        try {
            var stage = new Stage(root.resolve(file.module() + "-" + shell), cases);
            var given = stage.play(Program.jplay(link(shell)));
            var wanted = file.answers();
            return cases.stream()
                    .map(each ->
                            dynamicTest(
                                    each.name(),
                                    () -> compare(file, each, wanted.get(each.name()), given)));
        } catch (IOException | IllegalStateException e) {
            return Stream.of(dynamicTest("runs", () -> fail(e)));
        }
    }

    /** A program named as the shell, so that busybox knows which of its own is meant. */
    private Path link(String shell) throws IOException {
        var found = Path.of(Shell.run(root, "command -v " + shell).output().strip());
        var link = root.resolve(shell.equals("busybox") ? "ash" : shell);
        return Files.exists(link) ? link : Files.createSymbolicLink(link, found);
    }

    private static void compare(
            CaseFile file,
            Case each,
            @Nullable Object wanted,
            Map<String, @Nullable Object> given) {
        if (wanted == null) {
            fail("no answer is recorded for this case: see CONTRIBUTING.md");
        }
        var differs = new ArrayList<>(each.differs().keySet());
        differs.addAll(file.ignore().keySet());
        assertEquals(
                "",
                Differences.between(
                        without(wanted, differs), without(given.get(each.name()), differs)));
    }

    private static @Nullable Object without(@Nullable Object answer, List<String> names) {
        var turns = new TreeMap<String, @Nullable Object>();
        ((Map<?, ?>) answer)
                .forEach((turn, told) -> {
                    if (names.contains(turn.toString())) {
                        return;
                    }
                    var kept = new TreeMap<String, @Nullable Object>();
                    ((Map<?, ?>) told).forEach((name, value) -> kept.put(name.toString(), value));
                    names.forEach(kept::remove);
                    kept.computeIfPresent("diff", (_, diff) -> headless(diff.toString()));
                    kept.put("result", comparable((Map<?, ?>) kept.get("result"), names));
                    turns.put(turn.toString(), kept);
                });
        return turns;
    }

    /** A diff without the name of its new side, which is a temporary one of Ansible's for some. */
    private static String headless(String diff) {
        return diff.replaceAll("(?m)^\\+\\+\\+ after.*\n", "");
    }

    /** Of a failure only that it is one, and its message, is promised. */
    private static Map<String, @Nullable Object> comparable(Map<?, ?> result, List<String> names) {
        var kept = new TreeMap<String, @Nullable Object>();
        var failed = Boolean.TRUE.equals(result.get("failed"));
        result.forEach((name, value) -> {
            if (!failed || List.of("failed", "changed", "msg").contains(name.toString())) {
                kept.put(name.toString(), value);
            }
        });
        kept.putIfAbsent("failed", false);
        names.forEach(kept::remove);
        return kept;
    }
}
