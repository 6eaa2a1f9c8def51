package jplay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.diagnostic.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTests {
    @TempDir private Path top;

    private final Problems problems = new Problems();

    private Settings read(Map<String, String> environment, Map<Setting, String> flags)
            throws IOException {
        for (var each : List.of("work", "home", "etc")) {
            Files.createDirectories(top.resolve(each));
        }
        var surroundings =
                new Surroundings(
                        top.resolve("work"), top.resolve("home"), top.resolve("etc"), environment);
        return new SettingsReader(surroundings, problems).read(flags);
    }

    private void write(String file, String text) throws IOException {
        var path = top.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void flagsWinOverEnvironmentOverFilesOverDefaults() throws IOException {
        assertEquals(5, read(Map.of(), Map.of()).number(Setting.FORKS));
        write("work/ansible.cfg", "[defaults]\nforks = 6\n");
        assertEquals(6, read(Map.of(), Map.of()).number(Setting.FORKS));
        write("work/jplay.cfg", "[defaults]\nforks = 7\n");
        assertEquals(7, read(Map.of(), Map.of()).number(Setting.FORKS));
        assertEquals(8, read(Map.of("ANSIBLE_FORKS", "8"), Map.of()).number(Setting.FORKS));
        assertEquals(
                9,
                read(Map.of("ANSIBLE_FORKS", "8", "JPLAY_FORKS", "9"), Map.of())
                        .number(Setting.FORKS));
        assertEquals(
                10,
                read(Map.of("JPLAY_FORKS", "9"), Map.of(Setting.FORKS, "10"))
                        .number(Setting.FORKS));
    }

    @Test
    void onlyTheFirstPlaceWithAFileCounts() throws IOException {
        write("etc/ansible.cfg", "[defaults]\nforks = 1\ntimeout = 99\n");
        assertEquals(99, read(Map.of(), Map.of()).number(Setting.TIMEOUT));
        write("home/.ansible.cfg", "[defaults]\nforks = 2\n");
        assertEquals(10, read(Map.of(), Map.of()).number(Setting.TIMEOUT));
        write("work/ansible.cfg", "[defaults]\nforks = 3\n");
        assertEquals(3, read(Map.of(), Map.of()).number(Setting.FORKS));
        write("other/my.cfg", "[defaults]\nforks = 4\n");
        var named = Map.of("ANSIBLE_CONFIG", top.resolve("other/my.cfg").toString());
        assertEquals(4, read(named, Map.of()).number(Setting.FORKS));
        assertEquals(Optional.of(top.resolve("other/my.cfg")), read(named, Map.of()).configFile());
    }

    @Test
    void ignoresTheFileOfAFolderThatAnyoneCanWrite() throws IOException {
        write("work/ansible.cfg", "[defaults]\nforks = 3\n");
        Files.setPosixFilePermissions(
                top.resolve("work"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(5, read(Map.of(), Map.of()).number(Setting.FORKS));
        assertTrue(problems.warnings().getFirst().message().contains("written by anyone"));
    }

    @Test
    void pathsStartAtTheFileThatSaysSo() throws IOException {
        write(
                "work/ansible.cfg",
                """
                [defaults]
                inventory = hosts, /abs
                roles_path = roles:~/r:$BASE/x
                private_key_file = {{CWD}}/key
                """);
        var settings = read(Map.of("BASE", "/base", "ANSIBLE_LIBRARY", "lib"), Map.of());
        var work = top.resolve("work");
        assertEquals(
                List.of(work.resolve("hosts").toString(), "/abs"), settings.inventorySources());
        assertEquals(
                List.of(work.resolve("roles"), top.resolve("home/r"), Path.of("/base/x")),
                settings.paths(Setting.ROLES_PATH));
        assertEquals(Optional.of(work.resolve("key")), settings.path(Setting.PRIVATE_KEY_FILE));
        assertEquals(List.of(work.resolve("lib")), settings.paths(Setting.LIBRARY));
        assertEquals(Optional.empty(), settings.path(Setting.LOG_PATH));
    }

    @Test
    void readsTheFileAsConfigparserDoes() throws IOException {
        write(
                "work/ansible.cfg",
                """
                # comment
                ; comment
                [defaults] # why not
                Remote_User: bob ; the builder
                ansible_managed = a;b # c
                callbacks_enabled = one,
                    two,
                  # between
                    three
                nocows = 1

                [ssh_connection]
                ssh_args = -o "A=b" -C
                pipelining=True
                """);
        var settings = read(Map.of(), Map.of());
        assertEquals("bob", settings.text(Setting.REMOTE_USER));
        assertEquals("a;b # c", settings.text(Setting.ANSIBLE_MANAGED));
        assertEquals(List.of("one", "two", "three"), settings.list(Setting.CALLBACKS_ENABLED));
        assertEquals("-o \"A=b\" -C", settings.text(Setting.SSH_ARGS));
        assertTrue(settings.is(Setting.PIPELINING));
        assertEquals(List.of(), problems.all());
    }

    private static final List<String[]> MISTAKES =
            List.of(
                    new String[] {
                        "[defaults]\nforks = many", "2:9 forks: got 'many', want a whole number"
                    },
                    new String[] {
                        "[diff]\nalways = perhaps",
                        "2:10 always: got 'perhaps', want a boolean such as 'true' or 'no'"
                    },
                    new String[] {
                        "[defaults]\ngathering = x",
                        "2:13 gathering: got 'x', want one of implicit, explicit, smart"
                    },
                    new String[] {"forks = 3", "1:1 'forks' stands before the first [section]"},
                    new String[] {
                        "[defaults]\nwhat", "2:1 got 'what', want 'key = value' or '[section]'"
                    },
                    new String[] {
                        "[defaults]\nforks=1\nforks=2", "3:1 'forks' is already set in [defaults]"
                    });

    @TestFactory
    Stream<DynamicTest> tellsMistakesWithTheirPlace() {
        return MISTAKES.stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row[1],
                                () -> {
                                    var told = new Problems();
                                    write("work/ansible.cfg", row[0]);
                                    var work = top.resolve("work");
                                    new SettingsReader(
                                                    new Surroundings(work, work, work, Map.of()),
                                                    told)
                                            .read(Map.of());
                                    var first = told.all().getFirst();
                                    assertEquals(
                                            row[1],
                                            first.location().line()
                                                    + ":"
                                                    + first.location().column()
                                                    + " "
                                                    + first.message());
                                    assertEquals(
                                            work.resolve("ansible.cfg").toString(),
                                            first.location().source());
                                }));
    }

    @Test
    void defaultsAreSound() {
        for (var setting : Setting.values()) {
            var fine =
                    setting.fallback().isEmpty()
                            || Settings.mistake(setting, setting.fallback()).isEmpty();
            assertTrue(fine, setting.name());
            assertFalse(setting.environment().isEmpty());
        }
    }

    @Test
    void noColorCountsWhenItIsNotEmpty() throws IOException {
        assertTrue(read(Map.of("NO_COLOR", "1"), Map.of()).is(Setting.NOCOLOR));
        assertFalse(read(Map.of("NO_COLOR", ""), Map.of()).is(Setting.NOCOLOR));
    }
}
