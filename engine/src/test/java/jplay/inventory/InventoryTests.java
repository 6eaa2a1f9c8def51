package jplay.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.value.TemplateString;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class InventoryTests {
    @TempDir private Path folder;

    private final List<Diagnostic> warnings = new ArrayList<>();

    private Inventory load(String... sources) {
        var settings = Settings.defaults(new Surroundings(folder, folder, folder, Map.of()));
        return Inventories.load(List.of(sources), settings, warnings::add);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static final List<String[]> MISTAKES =
            List.of(
                    new String[] {
                        "hosts", "h1\nh2 oops", "2:1 got 'oops' behind a host, want key=value"
                    },
                    new String[] {
                        "hosts", "h1 a='x", "1:1 host 'h1 a='x': no closing quotation mark"
                    },
                    new String[] {
                        "hosts", "[a:b]", "1:1 section [a:b]: got 'b', want hosts, vars or children"
                    },
                    new String[] {
                        "hosts",
                        "\n [a b]",
                        "2:2 got '[a b]', want a section such as [group], [group:vars] or [group:children]"
                    },
                    new String[] {"hosts", "[g]\n[g:vars]\nx", "3:1 got 'x', want key=value"},
                    new String[] {
                        "hosts",
                        "[g:vars]\nx=1",
                        "1:1 section [g:vars] is for the group 'g', which is nowhere defined"
                    },
                    new String[] {
                        "hosts",
                        "[g:children]\nk",
                        "2:1 section [g:children] names the group 'k', which is nowhere defined"
                    },
                    new String[] {
                        "hosts",
                        "[a:children]\nb\n[b:children]\na",
                        "4:1 group 'a' cannot be a child of 'b', which is in it"
                    },
                    new String[] {
                        "hosts", "h[3:1]", "1:1 host 'h[3:1]': a range must begin before it ends"
                    },
                    new String[] {
                        "hosts",
                        "h[01:1]",
                        "1:1 host 'h[01:1]': the range '01:1' wants as many digits at its end as at its begin"
                    },
                    new String[] {"hosts", "x\nh:", "2:1 got 'h:', want a host's name"},
                    new String[] {
                        "hosts",
                        "[g]\n[g:vars]\nansible_group_priority=x",
                        "3:24 ansible_group_priority: got 'x', want a number"
                    },
                    new String[] {"h.yml", "[a]", "1:1 an inventory: got a list, want a mapping"},
                    new String[] {
                        "h.yml", "all:\n  hosts: [a]", "2:10 'hosts': got a list, want a mapping"
                    });

    @TestFactory
    Stream<DynamicTest> tellsMistakesWithTheirPlace() {
        return MISTAKES.stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row[2],
                                () -> {
                                    warnings.clear();
                                    write(row[0], row[1]);
                                    load(row[0]);
                                    var first = warnings.getFirst();
                                    assertEquals(
                                            row[2],
                                            first.location().line()
                                                    + ":"
                                                    + first.location().column()
                                                    + " "
                                                    + first.message()
                                                            .replaceFirst(
                                                                    "^Unable to parse .*? as an inventory source: ",
                                                                    ""));
                                }));
    }

    @Test
    void mistakesInVariableFilesAreFatal() throws IOException {
        write("hosts", "h1\n");
        write("group_vars/all.yml", "- a\n");
        var thrown = assertThrows(PlaybookException.class, () -> load("hosts"));
        assertEquals(
                "got a list, want a mapping of variables",
                thrown.diagnostics().getFirst().message());
    }

    @Test
    void textsOfFilesAreTemplatesAndThoseOfProgramsAreNot() throws IOException {
        write("hosts", "h1 a='{{ b }}' l='[\"{{ b }}\"]'\n");
        write(
                "program",
                "#!/bin/sh\necho '{\"g\": {\"hosts\": [\"p1\"], \"vars\": {\"a\": \"{{ b }}\"}}, \"_meta\": {\"hostvars\": {}}}'\n");
        Files.setPosixFilePermissions(
                folder.resolve("program"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var inventory = load("hosts", "program");
        var vars = inventory.host("h1").orElseThrow().vars();
        assertTrue(vars.get("a") instanceof TemplateString);
        assertTrue(
                vars.get("l") instanceof List<?> list && list.getFirst() instanceof TemplateString);
        assertEquals("{{ b }}", inventory.group("g").orElseThrow().vars().get("a"));
    }

    @Test
    void failingProgramIsTold() throws IOException {
        write("program", "#!/bin/sh\necho no >&2\nexit 3\n");
        Files.setPosixFilePermissions(
                folder.resolve("program"), PosixFilePermissions.fromString("rwxr-xr-x"));
        load("program");
        assertTrue(warnings.getFirst().message().endsWith("the program ended with status 3: no"));
    }

    @Test
    void executableFileThatIsNoProgramIsRead() throws IOException {
        write("hosts", "h1\n");
        Files.setPosixFilePermissions(
                folder.resolve("hosts"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(1, load("hosts").hosts().size());
    }

    @Test
    void tellsThatThereIsNothing() {
        load("nowhere");
        assertEquals(
                List.of(
                        "no such file or folder",
                        "No inventory was parsed",
                        "provided hosts list is empty"),
                warnings.stream()
                        .map(each ->
                                each.message().replaceFirst("^Unable.*: ", "").split(", ", 2)[0])
                        .toList());
    }

    @Test
    void tasksAddHostsAndGroups() throws IOException {
        write("hosts", "h1\n[g]\nh2\n");
        var inventory = load("hosts");
        var before = inventory.version();
        inventory.addHost("new", List.of("g", "fresh"), Map.of("a", 1L));
        assertTrue(inventory.version() > before);
        assertTrue(
                inventory.addToGroup(
                        inventory.host("h1").orElseThrow(), "made", List.of("parent")));
        assertFalse(
                inventory.addToGroup(
                        inventory.host("h1").orElseThrow(), "made", List.of("parent")));
        var groups = inventory.hostNamesByGroup();
        assertEquals(List.of("h2", "new"), groups.get("g"));
        assertEquals(List.of("new"), groups.get("fresh"));
        assertEquals(List.of("h1"), groups.get("parent"));
        assertEquals(List.of(), groups.get("ungrouped"));
    }

    @Test
    void manyThreadsMayAddHosts() throws Exception {
        var inventory = load("h1,");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 500; i++) {
                var name = "n" + i;
                threads.execute(() -> {
                    inventory.addHost(name, List.of("g"), Map.of());
                    assertNotNull(inventory.hostNamesByGroup());
                });
            }
        }
        assertEquals(500, inventory.hostsOf(inventory.group("g").orElseThrow()).size());
        assertEquals(501, inventory.hosts().size());
    }

    @Test
    void limitReadsPatternsFromAFile() throws IOException {
        write("retry", "h1\nh3\n");
        var inventory = load("h1,h2,h3,");
        var limit = HostPattern.limit("@retry", folder);
        assertEquals(
                List.of("h1", "h3"),
                HostPattern.parse("all").select(inventory, limit, _ -> {}).stream()
                        .map(Host::name)
                        .toList());
    }
}
