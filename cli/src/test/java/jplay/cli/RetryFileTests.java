package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of hosts that did not come through, and a run of them alone. */
class RetryFileTests {
    private static final String PLAYBOOK =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - fail: {msg: oh}
                  when: inventory_hostname in broken
                - fail: {msg: oh}
                  ignore_errors: true
            """;

    @TempDir Path folder;

    private String run(String... more) throws Exception {
        Files.writeString(folder.resolve("site.yml"), PLAYBOOK);
        var words = new ArrayList<String>();
        words.addAll(List.of("-i", "b,c,a,", "-c", "local", "site.yml"));
        words.addAll(List.of(more));
        var process = SignalTests.start(folder, words.toArray(String[]::new));
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replace(folder.toRealPath().toString(), "FOLDER")
                .replace(folder.toString(), "FOLDER");
    }

    private void settings(String text) throws Exception {
        Files.writeString(folder.resolve("ansible.cfg"), "[defaults]\n" + text);
    }

    @Test
    void namesTheHostsThatFailed() throws Exception {
        settings("retry_files_enabled = true\n");
        var said = run("-e", "{broken: [c, b]}");
        assertTrue(
                said.contains("\n\tto retry, use: --limit @FOLDER/site.retry\n\nPLAY RECAP **"),
                said);
        assertEquals("b\nc\n", Files.readString(folder.resolve("site.retry")));
        Files.delete(folder.resolve("ansible.cfg"));
        var again = run("-e", "{broken: []}", "--limit", "@site.retry");
        assertFalse(again.contains("[a]"), again);
        assertTrue(again.contains("\nc                          : ok=1 "), again);
    }

    @Test
    void isWrittenOnlyWhenItIsWantedAndThereIsAHost() throws Exception {
        var unwanted = run("-e", "{broken: [c]}");
        assertFalse(unwanted.contains("to retry"), unwanted);
        settings("retry_files_enabled = true\n");
        var fine = run("-e", "{broken: []}");
        assertFalse(fine.contains("to retry"), fine);
        assertFalse(Files.exists(folder.resolve("site.retry")));
    }

    @Test
    void goesToTheFolderThatIsSet() throws Exception {
        settings("retry_files_enabled = true\nretry_files_save_path = deep/er\n");
        var _ = run("-e", "{broken: [a]}");
        assertEquals("a\n", Files.readString(folder.resolve("deep/er/site.retry")));
        Files.writeString(folder.resolve("plain"), "");
        settings("retry_files_enabled = true\nretry_files_save_path = plain/er\n");
        var said = run("-e", "{broken: [a]}");
        assertTrue(
                said.contains(
                        "[WARNING]: Could not create retry file 'FOLDER/plain/er/site.retry': Not a directory"),
                said);
    }
}
