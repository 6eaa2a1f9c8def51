package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a host, a lookup or an inventory script says is never rendered, whichever way it takes: the
 * playbook shows a text that would give itself away by {@code 42x} and by a file.
 */
class InjectionTests {
    private static final Pattern SHOWN = Pattern.compile("\"(?:msg|kept)\": \"(.*)\"");
    private static final int DOORS = 18;

    @TempDir Path folder;

    @Test
    void dataIsNeverRenderedWhicheverDoorItComesThrough() throws IOException {
        place("playbook.yml");
        place("inventory.sh");

        var output = run();

        var shown = SHOWN.matcher(output).results().map(match -> match.group(1)).toList();
        assertEquals(List.of(), shown.stream().filter(text -> text.contains("42x")).toList());
        var raw = shown.stream().filter(text -> text.contains("{{ 40 + 2 }}")).count();
        assertEquals(DOORS, raw, output);
        assertFalse(Files.exists(folder.resolve("PWNED")), output);
    }

    private void place(String name) throws IOException {
        try (var source = getClass().getResourceAsStream("/injection/" + name)) {
            var file = folder.resolve(name);
            Files.write(file, Objects.requireNonNull(source).readAllBytes());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private String run() {
        var output = new ByteArrayOutputStream();
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        var inventory = folder.resolve("inventory.sh").toString();
        var playbook = folder.resolve("playbook.yml").toString();

        var code =
                new CommandLineRun(stream, stream)
                        .run(List.of("-i", inventory, "-l", "localhost", playbook));

        var text = output.toString(StandardCharsets.UTF_8);
        assertEquals(ExitCode.OK, code, text);
        return text;
    }
}
