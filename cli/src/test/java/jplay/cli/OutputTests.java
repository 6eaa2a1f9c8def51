package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs and their options, against what Ansible printed for the same playbook. */
class OutputTests {
    private static final String PLAYBOOK =
            """
            - name: Small
              hosts: all
              gather_facts: false
              tasks:
                - name: stats
                  set_stats: {data: {n: 3, l: [1, 2]}}
                - name: note
                  debug: {msg: hi}
                - name: skipme
                  debug: {msg: hi}
                  when: false
                - name: broken
                  fail: {msg: oh}
                  ignore_errors: true
            """;

    private static final String MINIMAL =
            """
            h1 | SUCCESS => {
                "ansible_stats": {
                    "aggregate": true,
                    "data": {
                        "l": [
                            1,
                            2
                        ],
                        "n": 3
                    },
                    "per_host": false
                },
                "changed": false
            }
            h1 | SUCCESS => {
                "msg": "hi"
            }
            h1 | SKIPPED
            [ERROR]: Task failed: Action failed: oh
            Origin: FOLDER/small.yml:12:7

            10       debug: {msg: hi}
            11       when: false
            12     - name: broken
                     ^ column 7

            h1 | FAILED! => {
                "changed": false,
                "msg": "oh"
            }
            """;

    private static final String WITH_OPTIONS =
            """

            PLAY [Small] *******************************************************************

            TASK [note] ********************************************************************
            ok: [h1] =>\s
                msg: hi

            TASK [broken] ******************************************************************
            [ERROR]: Task failed: Action failed: oh
            Origin: FOLDER/small.yml:12:7

            10       debug: {msg: hi}
            11       when: false
            12     - name: broken
                     ^ column 7

            task path: FOLDER/small.yml:12
            fatal: [h1]: FAILED! =>\s
                changed: false
                msg: oh
            ...ignoring

            PLAY RECAP *********************************************************************
            h1                         : ok=3    changed=0    unreachable=0    failed=0    skipped=1    rescued=0    ignored=1  \s


            CUSTOM STATS: ******************************************************************

            \tRUN: { "l": [  1,  2 ], "n": 3}

            """;

    @TempDir Path folder;

    private String output(String configuration) throws Exception {
        var playbook = Files.writeString(folder.resolve("small.yml"), PLAYBOOK);
        var config = Files.writeString(folder.resolve("ansible.cfg"), configuration);
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertTrue(Files.exists(config));
        var process = SignalTests.start(folder, "-i", "h1,", "-c", "local", playbook.toString());
        process.getInputStream().transferTo(stream);
        process.waitFor();
        return out.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER");
    }

    @Test
    void readsHostsAndVariablesFromFiles() throws IOException {
        Files.writeString(folder.resolve("some.retry"), "h2\n");
        Files.writeString(folder.resolve("some.yml"), "said: hello\n");
        var run =
                WholeRun.of(
                        folder,
                        """
                        - hosts: all
                          gather_facts: false
                          tasks: [{debug: {msg: "{{ said }} {{ ansible_play_hosts }}"}}]
                        """,
                        "--limit",
                        "@" + folder.resolve("some.retry"),
                        "-e",
                        "@" + folder.resolve("some.yml"));
        assertTrue(run.output().contains("\"msg\": \"hello ['h2']\""), run::all);
    }

    @Test
    void warnsOnceOfOutputThatIsCutOff() throws Exception {
        Files.writeString(
                folder.resolve("small.yml"),
                "- {hosts: all, gather_facts: false, tasks: [shell: seq 999 && seq 999 >&2]}");
        var config = "[defaults]\noutput_limit = 1000\n";
        Files.writeString(folder.resolve("ansible.cfg"), config);
        var process = SignalTests.start(folder, "-i", "h1,", "-c", "local", "small.yml");
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, said.split("longer than output_limit", -1).length - 1, said);
    }

    @Test
    void minimalShowsResultsAlone() throws Exception {
        assertEquals(MINIMAL, output("[defaults]\nstdout_callback = minimal\n"));
    }

    @Test
    void onelineKeepsEachResultOnItsLine() throws Exception {
        assertEquals(
                """
                h1 | SUCCESS => {"ansible_stats": {"aggregate": true,"data": {"l": [1,2],"n": 3},"per_host": false},"changed": false}
                h1 | SUCCESS => {    "changed": false,    "msg": "hi"}
                h1 | SKIPPED
                An exception occurred during task execution. To see the full traceback, use -vvv. The error was: (traceback unavailable)
                h1 | FAILED! => {"changed": false,"msg": "oh"}
                """,
                output("[defaults]\nstdout_callback = oneline\n"));
    }

    @Test
    void defaultHeedsItsOptions() throws Exception {
        assertEquals(
                WITH_OPTIONS,
                output(
                                """
                                [defaults]
                                display_skipped_hosts = false
                                show_task_path_on_failure = true
                                show_custom_stats = true
                                callback_result_format = yaml
                                """)
                        .replace(
                                """
                                TASK [stats] *******************************************************************
                                ok: [h1]

                                """,
                                ""));
    }

    @Test
    void reportsGoBesideTheOutput() throws Exception {
        var log = folder.resolve("log");
        var tree = folder.resolve("tree");
        var said =
                output(
                        """
                        [defaults]
                        stdout_callback = json
                        callbacks_enabled = ansible.posix.timer, tree
                        log_path = %s
                        [callback_tree]
                        directory = %s
                        """
                                .formatted(log, tree));
        assertTrue(said.contains("\"global_custom_stats\": {"), said);
        assertTrue(
                said.matches(
                        "(?s).*\nPlaybook run took 0 days, 0 hours, 0 minutes, \\d+ seconds\n"),
                said);
        assertEquals("{\"changed\": false, \"msg\": \"oh\"}", Files.readString(tree.resolve("h1")));
        var lines = List.copyOf(Files.readAllLines(log));
        assertTrue(
                lines.getFirst()
                        .matches("....-..-.. ..:..:..,... p=\\d+ u=\\S+ n=ansible INFO\\| \\{"),
                lines.getFirst());
    }
}
