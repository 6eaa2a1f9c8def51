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

    /** What is printed is many times what the heap holds. */
    @Test
    void whatIsPrintedWithoutEndIsCut() throws Exception {
        var run =
                controller
                        .withMemory("64m")
                        .run(
                                """
                                - hosts: debian
                                  gather_facts: false
                                  tasks:
                                    - shell: yes | head -c 400000000; echo end >&2
                                      register: long
                                    - debug: {msg: "{{ long.stdout | length }} {{ long.stderr }}"}
                                """)
                        .ended(0);
        var said =
                Pattern.compile(
                                "\"msg\": \"(\\d+) end\\\\n\\\\n\\[standard output was longer than output_limit:"
                                        + " the last (\\d+) bytes are not kept]\"")
                        .matcher(run.output());
        assertTrue(said.find(), run.output());
        var kept = Integer.parseInt(said.group(1));
        var cut = Integer.parseInt(said.group(2));
        assertTrue(kept > 900_000 && kept <= 1_000_000, run.output());
        assertTrue(kept + cut >= 399_999_000 && kept + cut <= 400_001_000, run.output());
        var warning = "The output is longer than output_limit: %d of about".formatted(cut);
        assertTrue(run.output().contains(warning), run.output());
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
