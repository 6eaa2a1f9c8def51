package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Options of the command line, against what ansible-playbook made of the same words. */
class OptionTests {
    private static final String SITE =
            """
            - name: First play
              hosts: all
              gather_facts: false
              tags: [playtag]
              pre_tasks:
                - name: pre
                  debug: {msg: pre}
                  tags: always
              tasks:
                - name: one
                  debug: {msg: one}
                  tags: [a, b]
                - debug: {msg: unnamed}
                - name: templated {{ who }}
                  debug: {msg: x}
                  tags: never
                - meta: flush_handlers
            - hosts: h2,nobody
              gather_facts: false
              tasks:
                - name: last
                  debug: {msg: last}
                  tags: [z, a]
            """;

    private static final String ALL_LISTS =
            """

            playbook: SITE

              play #1 (all): First play	TAGS: [playtag]
                pattern: ['all']
                hosts (2):
                  h1
                  h2
                tasks:
                  pre	TAGS: [always, playtag]
                  one	TAGS: [a, b, playtag]
                  debug	TAGS: [playtag]
                  templated {{ who }}	TAGS: [never, playtag]
                  meta	TAGS: [playtag]
                  TASK TAGS: [a, always, b, never, playtag]

              play #2 (h2,nobody): h2,nobody	TAGS: []
                pattern: ['h2,nobody']
                hosts (1):
                  h2
                tasks:
                  last	TAGS: [a, z]
                  TASK TAGS: [a, z]
            """;

    private static final String TAGGED_LISTS =
            """

            playbook: SITE

              play #1 (all): First play	TAGS: [playtag]
                tasks:
                  pre	TAGS: [always, playtag]

              play #2 (h2,nobody): h2,nobody	TAGS: []
                tasks:
                  last	TAGS: [a, z]
            """;

    private static final String STEPS =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - name: one
                  command: "true"
                  notify: h
                - meta: noop
                - name: two {{ inventory_hostname }}
                  debug: {msg: two}
                - debug: {msg: three}
                - meta: flush_handlers
                - name: four
                  debug: {msg: four}
                - name: five
                  debug: {msg: five}
              handlers:
                - name: h
                  debug: {msg: handler}
            - hosts: all
              gather_facts: false
              tasks:
                - name: six
                  debug: {msg: six}
            """;

    @TempDir Path folder;

    /** How a run of these options ends, and something it says. */
    private record Ending(String options, int code, String says) {}

    @TestFactory
    List<DynamicTest> endsAsUnderAnsible() {
        return List.of(
                        new Ending("-l @missing", 1, "the limit file cannot be read"),
                        new Ending("-l nosuch", 1, "leaves us with no hosts to target"),
                        new Ending("-l localhost", 1, "leaves us with no hosts to target"),
                        new Ending("-l h2,nosuch", 0, "ignoring: nosuch"),
                        new Ending("-e @missing.yml", 1, "there is no file"),
                        new Ending("-e ./vars.yml", 5, "with '@'"),
                        new Ending("-e {v", 4, "ERROR"),
                        new Ending("-e word", 0, "'word' is ignored"),
                        new Ending("-f 0", 2, "must be >= 1"),
                        new Ending("-f many", 2, "many"),
                        new Ending("-k --connection-password-file x", 2, "not allowed with"),
                        new Ending("-K --become-pass-file x", 2, "not allowed with"),
                        new Ending("-J --vault-pass-file x", 2, "not allowed with"),
                        new Ending("--vault-id nosuch", 1, "nosuch"),
                        new Ending("--nosuch", 2, "--nosuch"),
                        new Ending("--list", 2, "--list"),
                        new Ending("--lim h1", 0, "[h1]"),
                        new Ending("--extra-var=v=1 --tag z", 0, "last"),
                        new Ending("-l ", 0, "unnamed"),
                        new Ending("-l h1 -l h2 -f 2 -f 3 -u a -u b -b -b", 0, "ok: [h2]"),
                        new Ending("-M /modules --module-path more", 0, "unnamed"),
                        new Ending("--start-at-task nosuch", 0, "PLAY RECAP"),
                        new Ending("-vvv -CD --flush-cache", 0, "unnamed"))
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.options(), () -> check(each)))
                .toList();
    }

    private void check(Ending ending) throws IOException {
        var run = WholeRun.of(folder, SITE, ending.options().split(" ", -1));
        assertEquals(ending.code(), run.code().code(), run::all);
        assertTrue(run.all().contains(ending.says()), run::all);
    }

    @Test
    void listsHostsTasksAndTags() throws IOException {
        assertEquals(ALL_LISTS, listed("--list-tags", "--list-tasks", "--list-hosts"));
        assertEquals(TAGGED_LISTS, listed("--list-tasks", "-t", "z"));
        assertEquals("\nplaybook: SITE\n", listed("--list-tasks", "--syntax-check"));
    }

    private String listed(String... options) throws IOException {
        return WholeRun.of(folder, SITE, options)
                .output()
                .replace(folder.resolve("site.yml").toString(), "SITE");
    }

    @Test
    void runsPlaybooksOneAfterTheOther() throws IOException {
        var start = "- {hosts: h1, gather_facts: false, tasks: ";
        var second = folder.resolve("second.yml");
        Files.writeString(second, start + "[debug: {msg: '{{ known | d(1) }}'}]}");
        var run = WholeRun.of(folder, start + "[set_fact: {known: before}]}", second.toString());
        assertEquals(ExitCode.OK, run.code(), run::all);
        assertTrue(run.output().contains("\"msg\": \"before\""), run::all);
        assertTrue(run.output().contains("h1                         : ok=2 "), run::all);
    }

    @Test
    void gathersNoFactsForPlaysThatArePassedOver() throws IOException {
        var playbook =
                """
                - hosts: h1
                  tasks: [{name: one, debug: {msg: 1}}]
                - hosts: h2
                  gather_subset: [min]
                  tasks: [{debug: {msg: 0}}, {name: two, debug: {msg: 2}}]
                """;
        var run = WholeRun.of(folder, playbook, "--start-at-task", "two");
        assertFalse(run.output().contains("ok: [h1]"), run::all);
        assertEquals(2, run.output().split("ok: \\[h2]", -1).length - 1, run::all);
    }

    @Test
    void asksBeforeEachTask() throws Exception {
        var said = answered("YES\nn\n\ny\nc\nn\n");
        assertEquals(
                List.of("one", "h", "four", "five"),
                said.lines()
                        .filter(line -> line.matches("(TASK|RUNNING HANDLER) .*"))
                        .map(line -> line.replaceAll(".*\\[(.*)].*", "$1"))
                        .filter(name -> !name.equals("meta"))
                        .toList(),
                said);
        assertTrue(said.contains("Perform task: HANDLER: h (N)o/(y)es/(c)ontinue: "), said);
        assertTrue(said.contains("TASK: two {{ inventory_hostname }} (N)o"), said);
        assertFalse(said.contains("TASK: five (N)o"), said);
        assertTrue(said.contains("Perform task: TASK: six (N)o"), said);
    }

    private String answered(String answers) throws Exception {
        Files.writeString(folder.resolve("site.yml"), STEPS);
        var process = SignalTests.start(folder, "-i", "h1,", "-c", "local", "site.yml", "--step");
        try (var input = process.getOutputStream()) {
            input.write(answers.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void forgetsCachedFactsWhenAsked() throws IOException {
        var facts = folder.resolve("facts");
        Files.writeString(
                folder.resolve("hosts.ini"),
                "h1 ansible_connection=local\nh2 ansible_connection=local\n");
        var cache = "[defaults]\nfact_caching = jsonfile\nfact_caching_connection = " + facts;
        Files.writeString(folder.resolve("ansible.cfg"), cache + "\n");
        assertTrue(
                cached(facts, "set_fact: {known: before, cacheable: true}").contains("ok: [h1]"));
        assertTrue(cached(facts, "debug: {msg: '{{ known | default(1) }}'}").contains("before"));
        var said = cached(facts, "debug: {msg: '{{ known | default(1) }}'}", "--flush-cache");
        assertFalse(said.contains("before"), said);
    }

    private String cached(Path facts, String task, String... options) throws IOException {
        var words = new java.util.ArrayList<>(List.of("-i", "hosts.ini", "site.yml"));
        words.addAll(List.of(options));
        var playbook = "- hosts: all\n  gather_facts: false\n  tasks:\n    - " + task + "\n";
        Files.writeString(folder.resolve("site.yml"), playbook);
        try {
            var process = SignalTests.start(folder, words.toArray(String[]::new));
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(facts.toString(), e);
        }
    }
}
