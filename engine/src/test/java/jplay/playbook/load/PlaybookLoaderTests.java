package jplay.playbook.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.diagnostic.PlaybookException;
import jplay.playbook.Block;
import jplay.playbook.Directives;
import jplay.playbook.Play;
import jplay.playbook.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Playbooks without mistakes: the tree they become, and what is loaded while they run. */
class PlaybookLoaderTests {
    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> loads() throws IOException {
        return CaseFiles.in("good-playbooks.yml")
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.name(),
                                () -> {
                                    var root =
                                            Files.createDirectory(folder.resolve(one.name()))
                                                    .toRealPath();
                                    one.write(root);
                                    var playbook =
                                            CaseFiles.loader(root, Map.of("extra", "from_extra"))
                                                    .load(root.resolve("site.yml"));
                                    assertEquals(List.of(), playbook.warnings());
                                    assertEquals(
                                            Files.readString(root.resolve("outline.txt")).strip(),
                                            Outline.of(playbook.plays())
                                                    .replace(root + "/", "")
                                                    .strip());
                                }));
    }

    private Play play(PlaybookLoader loader, String site) throws IOException {
        return loader.load(Files.writeString(folder.resolve("site.yml"), site)).plays().getFirst();
    }

    @Test
    void includesInheritFromSurroundingsButNotFromTheIncludeItself() throws IOException {
        Files.writeString(folder.resolve("more.yml"), "- debug: {msg: hi}\n  tags: own\n");
        var loader = CaseFiles.loader(folder, Map.of());
        var play =
                play(
                        loader,
                        """
                        - hosts: all
                          tasks:
                            - block:
                                - include_tasks: {file: more.yml, apply: {tags: applied, become: true}}
                                  tags: of_include
                                  when: of_include
                                  vars: {a: 1}
                              when: of_block
                              tags: of_block
                        """);
        var include = (Task) ((Block) play.tasks().getFirst()).body().getFirst();
        var apply = Map.of("tags", "applied", "become", true);
        var included = loader.loadTasks(Inclusion.of(include, apply, play), "more.yml");
        var given = included.tasks().body().getFirst().directives();
        assertEquals(List.of("of_block", "applied", "own"), given.tags());
        assertEquals(
                List.of("of_block"),
                given.when().stream().map(Directives.Condition::text).toList());
        assertEquals(Map.of(), given.vars());
        assertEquals(Map.of("a", 1L), include.control().vars());
        assertEquals(true, given.setting("become").orElseThrow().value());
        assertSame(included, loader.loadTasks(Inclusion.of(include, apply, play), "more.yml"));
    }

    private static final RoleRequest OTHER_OF_A =
            new RoleRequest(
                    "a",
                    Optional.of("other"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(true),
                    false,
                    true);

    @Test
    void includedRolesBringTheirHandlersAndDependencies() throws IOException {
        write("roles/a/tasks/other.yml", "- debug: {msg: a}\n");
        write("roles/a/meta/main.yml", "dependencies: [b]\n");
        write("roles/b/tasks/main.yml", "- debug: {msg: b}\n");
        write("roles/b/handlers/main.yml", "- name: restart\n  debug: {msg: c}\n");
        var loader = CaseFiles.loader(folder, Map.of());
        var play =
                play(
                        loader,
                        "- hosts: all\n  tasks:\n    - include_role: {name: a, tasks_from: other}\n      vars: {x: 1}\n");
        var inclusion = Inclusion.of((Task) play.tasks().getFirst(), Map.of(), play);
        var included = loader.loadRole(inclusion, OTHER_OF_A);
        assertEquals(
                List.of("b", "a"),
                included.loaded().all().stream().map(role -> role.name()).toList());
        assertEquals(
                List.of("restart"), included.loaded().handlers().stream().map(Task::name).toList());
        assertEquals(Map.of(), included.loaded().role().given().parameters());
        assertEquals(2, included.tasks().body().size());
        assertSame(included, loader.loadRole(inclusion, OTHER_OF_A));
    }

    @Test
    void tellsWhatIsWrongWithAnInclude() throws IOException {
        write("bad.yml", "- copi: {}\n");
        var loader = CaseFiles.loader(folder, Map.of());
        var play = play(loader, "- hosts: all\n  tasks:\n    - include_tasks: '{{ x }}'\n");
        var inclusion = Inclusion.of((Task) play.tasks().getFirst(), Map.of(), play);
        assertEquals(
                "no file 'nope.yml' for include_tasks, searched in " + folder.toRealPath(),
                mistake(loader, inclusion, "nope.yml"));
        assertEquals(
                "unknown module 'copi' (did you mean 'copy'?)",
                mistake(loader, inclusion, "bad.yml"));
    }

    private static String mistake(PlaybookLoader loader, Inclusion inclusion, String file) {
        return assertThrows(PlaybookException.class, () -> loader.loadTasks(inclusion, file))
                .diagnostics()
                .getFirst()
                .message();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
