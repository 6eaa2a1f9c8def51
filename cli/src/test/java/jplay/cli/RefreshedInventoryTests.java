package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hosts see after {@code meta: refresh_inventory}, as Ansible showed it. */
class RefreshedInventoryTests {
    private static final String PLAYBOOK =
            """
            - hosts: g
              gather_facts: false
              tasks:
                - meta: end_host
                  when: inventory_hostname == 'b'
                - debug: {msg: "1 {{ [ansible_play_hosts, ansible_play_hosts_all, ansible_play_batch] }}"}
                - delegate_to: localhost
                  run_once: true
                  shell: |
                    cd {{ playbook_dir }}
                    printf '[all:vars]\\nansible_connection=local\\n[g]\\na\\nd\\nc\\n[new]\\na\\nd\\n' >hosts.ini
                    echo 'v: two' >group_vars/g.yml
                    echo 'a: two' >group_vars/all.yml
                    echo 'n: two' >group_vars/new.yml
                    echo 'h: two' >host_vars/d.yml
                - meta: refresh_inventory
                - debug: {msg: "2 {{ [ansible_play_hosts, ansible_play_hosts_all, ansible_play_batch] }}"}
                - fail:
                  when: inventory_hostname == 'c'
                - debug: {msg: "3 {{ [ansible_play_hosts, ansible_play_hosts_all, ansible_play_batch] }}"}
            - hosts: g
              gather_facts: false
              serial: 1
              tasks:
                - debug: {msg: "4 {{ ansible_play_hosts }} {{ v }} {{ a | default(0) }} {{ n }} {{ h | default(0) }}"}
                - meta: end_host
            """;

    @TempDir Path folder;

    @Test
    void showsOtherHostsOfThePlayAndVariablesOfNewGroups() throws IOException {
        Files.createDirectories(folder.resolve("group_vars"));
        Files.createDirectories(folder.resolve("host_vars"));
        Files.writeString(folder.resolve("group_vars/g.yml"), "v: one\n");
        Files.writeString(
                folder.resolve("hosts.ini"),
                "[all:vars]\nansible_connection=local\n[g]\na\nb\nc\n");
        var run = WholeRun.of(folder, PLAYBOOK);
        assertEquals(
                List.of(
                        "1 [['a', 'c'], ['a', 'b', 'c'], ['a', 'c']]",
                        "2 [['a', 'd', 'c'], ['a', 'd', 'c'], ['a', 'c']]",
                        "3 [['a', 'd'], ['a', 'd', 'c'], ['a']]",
                        "4 ['a', 'd'] one 0 two 0",
                        "4 ['a', 'd'] one 0 two two"),
                run.output()
                        .lines()
                        .filter(line -> line.contains("\"msg\": \""))
                        .filter(line -> !line.contains("fatal"))
                        .map(line -> line.replaceAll(".*\"msg\": \"(.*)\".*", "$1"))
                        .distinct()
                        .toList(),
                run::all);
    }
}
