package jplay.modules.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.ArgsSpec;
import jplay.module.ControllerFiles;
import jplay.module.Module;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.LocalFile;
import jplay.module.type.LocalTarget;
import jplay.module.type.Payload;
import jplay.module.type.Template;
import jplay.modules.LocalRemote;
import jplay.modules.files.archive.Unarchive;
import jplay.modules.files.search.Find;
import jplay.modules.files.text.Lineinfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What results recorded from Ansible cannot show: what travels, what is left behind, odd names. */
class FilesTests {
    @TempDir private Path folder;

    private final class FilesHere implements ControllerFiles {
        @Override
        public LocalFile file(String written) {
            return new LocalFile(written, Path.of(written), this::opened);
        }

        private Payload opened(Path file, boolean decrypt) {
            if (decrypt && file.endsWith("sealed")) {
                throw new TaskFailure("cannot decrypt " + file);
            }
            return Payload.of(file);
        }

        @Override
        public Template template(String written) {
            throw new IllegalArgumentException(written);
        }

        @Override
        public LocalTarget target(String written) {
            return new LocalTarget(written, folder.resolve(written), "here");
        }
    }

    private Module module(Class<? extends Record> type, Map<String, ?> arguments) {
        return (Module) ArgsSpec.of(type).bind(new LinkedHashMap<>(arguments), new FilesHere());
    }

    private Path file(String name, String content) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(each -> folder.relativize(each).toString()).sorted().toList();
        }
    }

    private void shell(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
        assertEquals(0, process.waitFor(), script);
    }

    private static void worked(Result result, boolean changed) {
        assertFalse(result.failed(), result::toString);
        assertEquals(changed, result.changed(), result::toString);
    }

    @Test
    void sendsAnArchiveOnlyWhenSomethingIsMissing() throws Exception {
        file("in/t/a", "x");
        file("in/t/it's \"b\"\nc", "y");
        shell("mkdir out && tar -C in -czf a.tgz t");
        var remote = LocalRemote.elsewhere();
        var unarchive = module(Unarchive.class, Map.of("src", path("a.tgz"), "dest", path("out")));
        worked(remote.run(unarchive), true);
        assertEquals(1, remote.sent());
        worked(remote.run(unarchive), false);
        assertEquals(1, remote.sent());
        Files.writeString(folder.resolve("out/t/a"), "z");
        worked(remote.run(unarchive), true);
        assertEquals(2, remote.sent());
        assertEquals("x", Files.readString(folder.resolve("out/t/a")));
    }

    @Test
    void sendsOnlyTheFilesOfAFolderThatDiffer() throws IOException {
        file("in/a", "1");
        file("in/b/c", "2");
        file("in/it's \"d\"\n$e", "3");
        var copy = module(Copy.class, Map.of("src", path("in") + "/", "dest", path("out")));
        var remote = LocalRemote.elsewhere();
        worked(remote.run(copy), true);
        assertEquals(3, remote.sent());
        worked(remote.run(copy), false);
        file("out/b/c", "other");
        worked(remote.run(copy), true);
        assertEquals(4, remote.sent());
        assertEquals("2", Files.readString(folder.resolve("out/b/c")));
        assertEquals("3", Files.readString(folder.resolve("out/it's \"d\"\n$e")));
    }

    @Test
    void leavesNothingBehindWhenANewFileIsJudgedWrong() throws IOException {
        var file = file("a", "old\n");
        var before = names();
        var line = Map.of("path", file.toString(), "line", "new", "validate", "grep -q nothing %s");
        assertTrue(LocalRemote.controller().run(module(Lineinfile.class, line)).failed());
        assertEquals("old\n", Files.readString(file));
        assertEquals(before, names());
    }

    @Test
    void expandsNothingInTheCommandThatJudges() throws IOException {
        var file = file("a", "old\n");
        var judge = "sh -c 'test \"$2\" = \"$HOME;x\"' sh %s '$HOME;x'";
        var line = Map.of("path", file.toString(), "line", "new", "validate", judge);
        assertTrue(LocalRemote.controller().run(module(Lineinfile.class, line)).failed());
        var exact = "grep -q -F '$HOME' %s";
        line = Map.of("path", file.toString(), "line", "$HOME", "validate", exact);
        worked(LocalRemote.controller().run(module(Lineinfile.class, line)), true);
    }

    @Test
    void keepsBytesThatAreNoText() throws IOException {
        var file = Files.write(folder.resolve("a"), new byte[] {'x', (byte) 0xff, '\n'});
        var line = Map.of("path", file.toString(), "line", "ü", "regexp", "^nothing");
        worked(LocalRemote.controller().run(module(Lineinfile.class, line)), true);
        var wanted = new java.io.ByteArrayOutputStream();
        wanted.writeBytes(new byte[] {'x', (byte) 0xff, '\n'});
        wanted.writeBytes("ü\n".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(wanted.toByteArray(), Files.readAllBytes(file));
    }

    @Test
    void findsNamesWithLineEnds() {
        file("d/a\nb", "x");
        file("d/-c", "x");
        var found = LocalRemote.controller().run(module(Find.class, Map.of("paths", path("d"))));
        var files = (List<?>) found.values().get("files");
        assertEquals(
                List.of(path("d/-c"), path("d/a\nb")),
                files.stream().map(each -> ((Map<?, ?>) each).get("path")).toList());
    }

    @Test
    void refusesWhatItCannotDecrypt() {
        var file = file("sealed", "$ANSIBLE_VAULT;1.1;AES256\n00\n");
        var arguments = Map.of("src", file.toString(), "dest", path("b"));
        var result = LocalRemote.controller().run(module(Copy.class, arguments));
        assertEquals(Optional.of("cannot decrypt " + file), result.message());
        var asIs = new LinkedHashMap<String, Object>(arguments);
        asIs.put("decrypt", false);
        assertTrue(module(Copy.class, asIs) instanceof Copy);
    }
}
