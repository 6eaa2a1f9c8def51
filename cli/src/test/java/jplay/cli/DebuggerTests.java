package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task debugger, driven as somebody at a terminal would, against what Ansible's does. */
class DebuggerTests {
    private static final String BROKEN =
            """
            - hosts: all
              gather_facts: false
              debugger: on_failed
              vars: {v: wrong}
              tasks:
                - name: one
                  command: "{{ 'false' if v == 'wrong' else 'true' }}"
                - name: two
                  debug: {msg: "{{ v }}"}
                - name: passed over
                  fail: {msg: oh}
                  ignore_errors: true
                - name: three
                  command: "false"
            """;

    private static final String KEYWORDS =
            """
            - hosts: all
              gather_facts: false
              strategy: debug
              tasks:
                - name: one
                  debug: {msg: "{{ nosuch }}"}
                - name: two
                  debug: {msg: two}
                  debugger: always
                - name: three
                  debug: {msg: three}
                  when: false
                  debugger: on_skipped
                - name: four
                  command: "{{ item }}"
                  loop: ["true", "false"]
                  debugger: never
                  register: r
                  failed_when: r.rc is not defined
                - name: five
                  fail:
                  debugger: never
            """;

    @TempDir Path folder;

    /** What was shown, and the exit status as the last line. */
    private List<String> session(String playbook, String... typed) throws Exception {
        Files.writeString(folder.resolve("site.yml"), playbook);
        var process = SignalTests.start(folder, "-i", "h1,", "-c", "local", "site.yml");
        try (var input = process.getOutputStream()) {
            input.write((String.join("\n", typed) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return (said + "exit " + process.waitFor())
                .lines()
                .filter(line -> line.matches("(\\[h1]|h1 |exit|\\*\\*\\*|EOF|.*Documented).*"))
                .map(line -> line.replaceAll(" +", " ").replaceAll("fatal: .*", "fatal"))
                .toList();
    }

    @Test
    void changesArgumentsAndVariablesAndTriesAgain() throws Exception {
        var said =
                session(
                        BROKEN,
                        "p host",
                        "p task.args",
                        "p task_vars['v']",
                        "p result._result['rc']",
                        "task_vars['v'] = 'right'",
                        "u",
                        "p v",
                        "redo",
                        "task.args['_raw_params'] = 'echo {{ v }}'",
                        "p task.args",
                        "r");
        assertEquals(
                List.of(
                        "[h1] TASK: one (debug)> h1",
                        "[h1] TASK: one (debug)> {'_raw_params': 'false'}",
                        "[h1] TASK: one (debug)> 'wrong'",
                        "[h1] TASK: one (debug)> 1",
                        "[h1] TASK: one (debug)> [h1] TASK: one (debug)> [h1] TASK: one (debug)> 'right'",
                        "[h1] TASK: one (debug)> changed: [h1]",
                        "[h1] TASK: three (debug)> [h1] TASK: three (debug)> {'_raw_params': 'echo wrong'}",
                        "[h1] TASK: three (debug)> changed: [h1]",
                        "h1 : ok=4 changed=2 unreachable=0 failed=0 skipped=0 rescued=0 ignored=1 ",
                        "exit 0"),
                said);
    }

    @Test
    void explainsItselfAndSurvivesMistakes() throws Exception {
        var said =
                session(
                        BROKEN,
                        "help",
                        "p nosuch",
                        "",
                        "p (",
                        "what = 1",
                        "p task",
                        "p result.rc",
                        "c");
        assertEquals(
                List.of(
                        "Documented commands (type help <topic>):",
                        "EOF c continue h help p pprint q quit r redo u update_task",
                        "[h1] TASK: one (debug)> ***'nosuch' is undefined",
                        "[h1] TASK: one (debug)> ***'nosuch' is undefined"),
                said.subList(0, said.size()).stream()
                        .filter(line -> line.matches("(Doc|EOF).*|.*nosuch.*"))
                        .toList());
        assertEquals("exit 2", said.getLast());
        assertTrue(said.contains("[h1] TASK: one (debug)> 1"), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.endsWith("> TASK: one")), said.toString());
        assertTrue(
                said.contains(
                        "h1 : ok=0 changed=0 unreachable=0 failed=1 skipped=0 rescued=0 ignored=0 "));
    }

    @Test
    void opensAsKeywordsAndStrategySay() throws Exception {
        var said = session(KEYWORDS, "task.args['msg']='fine'", "r", "c", "c", "c");
        assertEquals(
                List.of(
                        "[h1] TASK: one (debug)> [h1] TASK: one (debug)> ok: [h1] => {",
                        "[h1] TASK: two (debug)> ",
                        "[h1] TASK: three (debug)> ",
                        "h1 : ok=3 changed=1 unreachable=0 failed=1 skipped=1 rescued=0 ignored=0 ",
                        "exit 2"),
                said);
    }

    @Test
    void endsTheRunWhenItIsLeftOrNobodyAnswers() throws Exception {
        assertEquals("exit 99", session(BROKEN, "q").getLast());
        assertEquals("exit 99", session(BROKEN, "p host").getLast());
    }
}
