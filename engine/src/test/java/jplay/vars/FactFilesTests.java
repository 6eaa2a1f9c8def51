package jplay.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts outlive a run, in files that Ansible reads and writes too. */
class FactFilesTests {
    /** As Ansible 2.19 writes it when one fact comes from a playbook. */
    private static final String OF_ANSIBLE =
            """
            {"__payload__": "{\\"ansible_system\\": \\"Linux\\", \\"module_setup\\": true, \\"_ansible_facts_gathered\\": true,\
             \\"mine\\": {\\"value\\": [{\\"value\\": 1, \\"tags\\": [], \\"__ansible_type\\": \\"_AnsibleTaggedInt\\"}],\
             \\"tags\\": [], \\"__ansible_type\\": \\"_AnsibleTaggedList\\"}}"}
            """;

    private final List<String> warnings = new ArrayList<>();
    @TempDir Path folder;

    private HostVars nextRun() {
        return new HostVars(
                new FactFiles(
                        folder.resolve("cache"),
                        "s1_",
                        Duration.ofSeconds(100),
                        warning -> warnings.add(warning.message())));
    }

    private Path file() {
        return folder.resolve("cache/s1_h1");
    }

    @Test
    void keepsWhatWasGatheredAndWhatIsCacheable() {
        var run = nextRun();
        run.facts("h1", Map.of("ansible_system", "Linux", "module_setup", true));
        run.setFacts("h1", Map.of("kept", List.of(1L)), true);
        run.setFacts("h1", Map.of("lost", 1L), false);
        var next = nextRun();
        assertTrue(next.hasFacts("h1"));
        assertEquals(
                Map.of("ansible_system", "Linux", "module_setup", true, "kept", List.of(1L)),
                next.facts("h1"));
        assertFalse(next.hasFacts("h2"));
    }

    @Test
    void takesCacheableFactsForNothingGathered() {
        nextRun().setFacts("h1", Map.of("kept", 1L), true);
        assertFalse(nextRun().hasFacts("h1"));
        assertEquals(Map.of("kept", 1L), nextRun().facts("h1"));
    }

    @Test
    void readsWhatAnsibleKept() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(file(), OF_ANSIBLE);
        assertEquals(
                Map.of("ansible_system", "Linux", "module_setup", true, "mine", List.of(1L)),
                nextRun().facts("h1"));
    }

    @Test
    void forgetsWhatIsTooOld() throws IOException {
        nextRun().facts("h1", Map.of("a", 1L));
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(101)));
        assertEquals(Map.of(), nextRun().facts("h1"));
    }

    @Test
    void forgetsWhatIsCleared() {
        nextRun().facts("h1", Map.of("a", 1L));
        nextRun().clearFacts("h1");
        assertFalse(Files.exists(file()));
        assertEquals(Map.of(), nextRun().facts("h1"));
    }

    @Test
    void goesOnWithoutWhatItCannotRead() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(file(), "nonsense");
        assertEquals(Map.of(), nextRun().facts("h1"));
        assertEquals(
                List.of("fact cache: " + file() + ": the facts kept in it cannot be read"),
                warnings);
    }
}
