package jplay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared with Ansible's output: who waits for whom, and how a run is stopped. */
class PlaybookRunTests {
    private final FakeReach reach = new FakeReach();
    @TempDir Path folder;

    @BeforeEach
    void twoHosts() throws IOException {
        Files.writeString(folder.resolve("hosts.ini"), "h1\nh2\n");
    }

    private String told(String playbook) throws IOException {
        Files.writeString(folder.resolve("site.yml"), playbook);
        return new PlaybookCase(folder).actual(reach);
    }

    private List<String> done() {
        return reach.log.stream().filter(line -> !line.equals("closed")).toList();
    }

    @Test
    void sendsItemsAheadWhenNoneNeedsAnother() throws IOException {
        told(
                """
                - hosts: h1
                  tasks:
                    - command: echo {{ item }}
                      loop: [1, 2, 3]
                      when: item != 2
                """);
        assertEquals(
                List.of("send [echo 1]", "send [echo 3]", "await [echo 1]", "await [echo 3]"),
                done());
    }

    @Test
    void waitsForTheItemWhoseResultTheNextOneReads() throws IOException {
        told(
                """
                - hosts: h1
                  tasks:
                    - command: echo {{ r.stdout | default('') }}{{ item }}
                      loop: [1, 2]
                      register: r
                """);
        assertEquals(
                List.of("send [echo 1]", "await [echo 1]", "send [echo 12]", "await [echo 12]"),
                done());
    }

    @Test
    void waitsForEachItemWhenTriesAreRepeated() throws IOException {
        told(
                """
                - hosts: h1
                  tasks:
                    - command: echo {{ item }}
                      loop: [1, 2]
                      until: true
                """);
        assertEquals(List.of("run h1", "run h1"), done());
    }

    @Test
    void failsOnlyTheHostThatNotifiesAnUnknownHandler() throws IOException {
        var text =
                told(
                        """
                        - hosts: all
                          tasks:
                            - command: "true"
                              notify: handler of {{ inventory_hostname }}
                            - debug: {msg: after}
                          handlers:
                            - {name: handler of h1, debug: {msg: handled}}
                        """);
        assertTrue(
                text.contains("fatal: [h2]: FAILED! => {\"msg\": \"The requested handler"), text);
        assertTrue(text.contains("h1 : ok=3 changed=1 unreachable=0 failed=0"), text);
        assertTrue(text.contains("h2 : ok=1 changed=1 unreachable=0 failed=1"), text);
        assertTrue(text.endsWith("exit 2\n"), text);
    }

    @Test
    void failsTheTaskAndNotTheRunWhenTheMachineLacksSomething() throws IOException {
        Files.writeString(folder.resolve("hosts.ini"), "h1 ansible_host=broken\nh2\n");
        var text = told("- hosts: all\n  tasks:\n    - command: 'true'\n    - command: 'true'\n");
        assertTrue(text.contains("unable to create native thread"), text);
        assertTrue(text.contains("h1 : ok=0 changed=0 unreachable=0 failed=1"), text);
        assertTrue(text.contains("h2 : ok=2 changed=2 unreachable=0 failed=0"), text);
    }

    @Test
    void listsTheHostsThatFailedForTheNextRun() throws IOException {
        Files.writeString(
                folder.resolve("ansible.cfg"),
                "[defaults]\nretry_files_enabled = yes\nretry_files_save_path = again\n");
        Files.writeString(folder.resolve("hosts.ini"), "h3\nh2\nh1\n");
        var playbook =
                """
                - hosts: all
                  tasks:
                    - fail: {msg: "no"}
                      when: inventory_hostname != 'h2'
                """;
        told(playbook);
        assertEquals("h1\nh3\n", Files.readString(folder.resolve("again/site.retry")));
        Files.writeString(folder.resolve("arguments"), "--limit @again/site.retry");
        assertTrue(!told(playbook).contains("h2 :"));
    }

    @Test
    void readsTheInventoryAgainAndKeepsWhatTasksAdded() throws IOException {
        Files.writeString(folder.resolve("hosts.ini"), "h1 v=1\nh2 v=1\n");
        Files.writeString(folder.resolve("fresh.ini"), "[some]\nh1 v=2\nh3 v=2\n");
        var text =
                told(
                        """
                        - hosts: all
                          tasks:
                            - set_fact: {kept: "{{ v }}"}
                            - add_host: {name: added, groups: fresh}
                            - debug: {msg: "{{ lookup('pipe', 'cp ' ~ playbook_dir ~ '/fresh.ini ' ~ playbook_dir ~ '/hosts.ini') }}"}
                              run_once: true
                            - meta: refresh_inventory
                            - debug: {msg: "{{ groups.all | sort }} {{ v }} {{ kept }}"}
                        - hosts: all
                          tasks:
                            - debug: {msg: "{{ groups.some }} {{ groups.fresh }} {{ v | default('none') }} {{ kept | default('lost') }}"}
                        """);
        var ends =
                text.lines().filter(line -> line.startsWith("ok:") && line.contains("[")).toList();
        assertEquals(
                List.of(
                        "ok: [h1] => {\"msg\": \"['added', 'h1', 'h3'] 2 1\"}",
                        "ok: [added] => {\"msg\": \"['h1', 'h3'] ['added'] none lost\"}",
                        "ok: [h1] => {\"msg\": \"['h1', 'h3'] ['added'] 2 1\"}",
                        "ok: [h3] => {\"msg\": \"['h1', 'h3'] ['added'] 2 lost\"}"),
                ends.subList(ends.size() - 4, ends.size()),
                text);
    }

    @Test
    void rescuesAnIncludeThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("wrong.yml"), "- debgu: {msg: x}\n");
        var text =
                told(
                        """
                        - hosts: all
                          tasks:
                            - block:
                                - include_tasks: wrong.yml
                                  when: inventory_hostname == 'h2'
                                - meta: no {{ 'sense' }}
                              rescue:
                                - debug: {msg: "{{ ansible_failed_result.reason | default('word') }}"}
                            - debug: {msg: after}
                        """);
        assertTrue(text.contains("unknown module 'debgu'"), text);
        assertTrue(text.contains("fatal: [h1]: FAILED! => {\"msg\": \"invalid meta action"), text);
        assertTrue(text.contains("h1 : ok=2 changed=0 unreachable=0 failed=1 skipped=1"), text);
        assertTrue(text.contains("h2 : ok=2 changed=0 unreachable=0 failed=1"), text);
        assertTrue(text.endsWith("exit 0\n"), text);
    }

    @Test
    void looksOnceForEachItem() throws IOException {
        told(
                """
                - hosts: h1
                  tasks:
                    - look: {at: "{{ item }}"}
                      loop: [a, b]
                """);
        assertEquals(List.of("probe [look, a]", "run h1", "probe [look, b]", "run h1"), done());
    }

    @Test
    void takesEveryHostThroughAFreePlay() throws IOException {
        var text =
                told(
                        """
                        - hosts: all
                          strategy: free
                          tasks:
                            - command: "true"
                              notify: h
                            - include_tasks: more.yml
                            - fail: {msg: no}
                              when: inventory_hostname == 'h2'
                            - debug: {msg: end}
                          handlers:
                            - {name: h, debug: {msg: handled}}
                        """
                                .replace("include_tasks: more.yml", "set_fact: {a: 1}"));
        assertTrue(text.contains("h1 : ok=4 changed=1 unreachable=0 failed=0"), text);
        assertTrue(text.contains("h2 : ok=2 changed=1 unreachable=0 failed=1"), text);
    }

    @Test
    void takesPinnedHostsThroughOneAfterTheOther() throws IOException {
        var text =
                told(
                        """
                        - hosts: all
                          strategy: host_pinned
                          tasks:
                            - command: echo {{ inventory_hostname }}
                        """);
        assertTrue(text.contains("h1 : ok=1") && text.contains("h2 : ok=1"), text);
    }

    @Test
    void tellsTheRecapAndClosesConnectionsWhenInterrupted() throws Exception {
        var text = new AtomicReference<>("");
        var problems = new ArrayList<Exception>();
        var run =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                text.set(
                                        told(
                                                """
                                                - hosts: all
                                                  tasks:
                                                    - debug: {msg: first}
                                                    - pause: {seconds: 600}
                                                    - debug: {msg: never}
                                                """));
                            } catch (IOException e) {
                                problems.add(e);
                            }
                        });
        Thread.sleep(Duration.ofMillis(1500));
        run.interrupt();
        assertTrue(run.join(Duration.ofSeconds(10)));
        assertEquals(List.of(), problems);
        assertTrue(text.get().contains("PLAY RECAP\nh1 : ok=1"), text.get());
        assertTrue(reach.log.contains("closed"));
    }

    @Test
    void runsHandlersThatAreNotifiedTwiceOnce() throws IOException {
        var text =
                told(
                        """
                        - hosts: h1
                          tasks:
                            - command: "true"
                              notify: [h, topic]
                          handlers:
                            - {name: h, listen: topic, debug: {msg: handled}}
                        """);
        assertEquals(1, text.split("handled", -1).length - 1, text);
    }
}
