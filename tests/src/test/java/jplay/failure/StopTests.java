package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs over ssh that are told to stop in the middle of a task, and tasks that print too much. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopTests {
    private static final long PRINTED = 2_147_483_648L;

    /** In KiB: a JVM with a heap of 64 MiB and two dozen threads. */
    private static final long MOST_MEMORY = 220_000;

    private static final long LEAST_MEMORY = 50_000;

    private final Lab lab = Lab.open();
    private final List<LabHost> hosts =
            List.of(lab.host("debian", Image.DEBIAN13), lab.host("busybox", Image.BUSYBOX));
    private final Controller controller = Controller.in(lab.folder());

    @BeforeAll
    void write() throws Exception {
        Files.copy(lab.inventory("lab"), lab.folder().resolve("hosts"));
        controller.file("ansible.cfg", "[defaults]\noutput_limit = 1000000\n");
        Files.write(lab.folder().resolve("large"), new byte[200_000]);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private static void assertNothingLeft(LabHost host, String process) {
        var files =
                "find /tmp /var/tmp /root -name '.jplay*' -o -path /root/.ansible -o -path /root/.jplay";
        assertEquals(
                "", host.sh(files + "; ps -ef 2>/dev/null | grep '[s]leep " + process + "' || :"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 99", "TERM, 143", "HUP, 129"})
    void everythingOnTheHostsStops(String signal, int status) throws Exception {
        var seconds = "7" + status;
        var running =
                controller.start(
                        """
                        - hosts: all
                          gather_facts: false
                          tasks:
                            - copy: {src: large, dest: ~/large}
                            - shell: |
                                touch ~/started%1$s; sleep %1$s | cat
                            - command: touch ~/never
                        """
                                .formatted(seconds));
        running.await(
                "task",
                () ->
                        hosts.stream()
                                .allMatch(host ->
                                        host.exec("test", "-e", "/root/started" + seconds).status()
                                                == 0));
        running.signal(signal);
        var run = running.end().ended(status);
        assertTrue(run.output().contains("PLAY RECAP"), run.output());
        for (var host : hosts) {
            assertTrue(run.recap(host.name()).startsWith("ok=1 "), run.output());
            assertNothingLeft(host, seconds);
            assertEquals(1, host.exec("test", "-e", "/root/never").status());
        }
    }

    /** What is printed is many times what the heap holds, and more than the machine may have. */
    @Test
    void whatIsPrintedWithoutEndIsCut() throws Exception {
        var running =
                controller
                        .withMemory("64m")
                        .start(
                                """
                                - hosts: debian
                                  gather_facts: false
                                  tasks:
                                    - shell: yes | head -c 2147483648; echo end >&2
                                      register: long
                                    - debug: {msg: "{{ long.stdout | length }} {{ long.stderr }}"}
                                """);
        var peak = running.watchMemory();
        var run = running.end().ended(0);
        var said =
                Pattern.compile(
                                "\"msg\": \"(\\d+) end\\\\n\\\\n\\[standard output was longer than output_limit:"
                                        + " the last (\\d+) bytes are not kept]\"")
                        .matcher(run.output());
        assertTrue(said.find(), run.output());
        var kept = Long.parseLong(said.group(1));
        var cut = Long.parseLong(said.group(2));
        assertTrue(kept > 900_000 && kept <= 1_000_000, run.output());
        // the last newline is not told
        assertTrue(PRINTED - (kept + cut) <= 1, run.output());
        var warning = "The output is longer than output_limit: %d of about".formatted(cut);
        assertTrue(run.output().contains(warning), run.output());
        assertTrue(peak.getAsLong() > LEAST_MEMORY, "its memory was not seen");
        assertTrue(peak.getAsLong() < MOST_MEMORY, () -> peak.getAsLong() + " KiB");
    }

    /** Neither of them needs anything but a shell. */
    @Test
    void rawGivesWhatTheShellPrinted() throws Exception {
        var run =
                controller.run(
                        """
                        - hosts: all
                          gather_facts: false
                          tasks:
                            - raw: printf 'a\\tb\\n'; echo err >&2; exit 3
                              register: said
                              failed_when: said.rc != 3 or said.stdout != 'a\\tb\\n' or said.stderr != 'err\\n'
                        """);
        run.ended(0);
        hosts.forEach(host -> assertTrue(run.recap(host.name()).startsWith("ok=1 "), run.output()));
        assertFalse(run.output().contains("UNREACHABLE"), run.output());
    }
}
