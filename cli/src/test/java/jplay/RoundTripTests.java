package jplay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jplay.connection.Become;
import jplay.connection.PlanRunner;
import jplay.connection.RemoteHost;
import jplay.connection.local.LocalConnection;
import jplay.module.ControllerFiles;
import jplay.module.Module;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.LocalFile;
import jplay.module.type.Template;
import jplay.modules.Builtins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often modules wait for the host: once when nothing changes, at most twice when something
 * does.
 */
class RoundTripTests {
    @TempDir Path folder;

    private final LocalConnection connection = new LocalConnection("here");
    private final Builtins builtins = new Builtins();

    @AfterEach
    void close() {
        connection.close();
    }

    private final class FilesHere implements ControllerFiles {
        @Override
        public LocalFile file(String written) {
            return new LocalFile(written, folder.resolve(written));
        }

        @Override
        public Template template(String written) {
            return new Template(written, folder.resolve(written), "rendered\n");
        }
    }

    private Map<String, Object> arguments(String module) throws IOException {
        var target = folder.resolve("target").toString();
        var arguments = new LinkedHashMap<String, Object>();
        switch (module) {
            case "file" ->
                    arguments.putAll(Map.of("path", target, "state", "directory", "mode", "0700"));
            case "copy" ->
                    arguments.putAll(Map.of("content", "text\n", "dest", target, "mode", "0600"));
            case "template" ->
                    arguments.putAll(Map.of("src", "x.j2", "dest", target, "mode", "0600"));
            case "lineinfile" ->
                    arguments.putAll(Map.of("path", target, "line", "a", "create", true));
            case "stat", "slurp" -> {
                Files.writeString(folder.resolve("target"), "text");
                arguments.put(module.equals("stat") ? "path" : "src", target);
            }
            case "command" ->
                    arguments.putAll(Map.of("_raw_params", "touch " + target, "creates", target));
            case "group" -> arguments.putAll(Map.of("name", "root"));
            case "user" -> arguments.putAll(Map.of("name", "root"));
            default -> throw new IllegalArgumentException(module);
        }
        return arguments;
    }

    private PlanRunner runner() {
        return new PlanRunner(
                new RemoteHost(connection, Become.NONE, Map.of(), Optional.empty()), false, true);
    }

    private Plan plan(PlanRunner runner, String module, Map<String, Object> arguments) {
        var spec = builtins.find(module).orElseThrow();
        return ((Module) spec.bind(arguments, new FilesHere())).plan(runner.remote());
    }

    private Result run(String module, Map<String, Object> arguments) {
        var runner = runner();
        return runner.run(plan(runner, module, arguments));
    }

    private int trips() {
        return connection.worker(Become.NONE).roundTrips();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "copy", "template", "lineinfile", "command"})
    void changesInTwoRoundTripsAtMostAndRestsInOne(String module) throws IOException {
        var arguments = arguments(module);
        var before = trips();
        assertTrue(run(module, arguments).changed());
        var changing = trips() - before;
        assertTrue(changing <= 2, "changing took " + changing);
        assertFalse(run(module, arguments).changed());
        assertEquals(1, trips() - before - changing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stat", "slurp", "group", "user"})
    void looksInOneRoundTrip(String module) throws IOException {
        var arguments = arguments(module);
        var result = run(module, arguments);
        assertFalse(result.failed() || result.changed(), result.toString());
        assertEquals(1, trips());
    }

    private List<Boolean> lines(Path file, int number) {
        var runner = runner();
        var pending = new ArrayList<Supplier<Result>>();
        for (var i = 0; i < number; i++) {
            var arguments = Map.<String, Object>of("path", file.toString(), "line", "key" + i);
            pending.add(runner.send(plan(runner, "lineinfile", arguments)));
        }
        return pending.stream().map(Supplier::get).map(Result::changed).toList();
    }

    @Test
    void readsAFileOnceForAllItemsThatEditIt() throws IOException {
        var file = Files.writeString(folder.resolve("settings"), "first\n");
        assertEquals(Collections.nCopies(10, true), lines(file, 10));
        assertEquals(2, trips());
        assertEquals(
                "first|key0|key1|key2|",
                Files.readString(file).replace('\n', '|').substring(0, 21));
        assertEquals(Collections.nCopies(10, false), lines(file, 10));
        assertEquals(3, trips());
    }

    @Test
    void seesWhatOthersWroteMeanwhile() throws IOException {
        var file = Files.writeString(folder.resolve("settings"), "first\n");
        assertEquals(List.of(true, true), lines(file, 2));
        Files.writeString(file, "other\nkey0\n");
        var before = trips();
        assertEquals(List.of(false, true, true), lines(file, 3));
        assertEquals("other\nkey0\nkey1\nkey2\n", Files.readString(file));
        assertTrue(trips() - before <= 5, () -> trips() - before + " round trips");
        Files.delete(file);
        var thrown = assertThrows(TaskFailure.class, () -> lines(file, 1));
        assertEquals("Destination " + file + " does not exist !", thrown.getMessage());
    }

    @Test
    void seesThatOthersChangedTheMode() throws IOException {
        var file = Files.writeString(folder.resolve("settings"), "first\n");
        var arguments =
                Map.<String, Object>of("path", file.toString(), "line", "x", "mode", "0640");
        assertTrue(run("lineinfile", arguments).changed());
        assertFalse(run("lineinfile", arguments).changed());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(run("lineinfile", arguments).changed());
        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void sendsItemsOfALoopAhead() throws IOException {
        var arguments = arguments("copy");
        run("copy", arguments);
        var before = trips();
        var pending = new ArrayList<Supplier<Result>>();
        var runner = runner();
        for (var i = 0; i < 10; i++) {
            pending.add(runner.send(plan(runner, "copy", arguments)));
        }
        assertEquals(
                List.of(), pending.stream().map(Supplier::get).filter(Result::changed).toList());
        assertEquals(1, trips() - before);
    }
}
