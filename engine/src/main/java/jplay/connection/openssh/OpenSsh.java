package jplay.connection.openssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jplay.connection.process.Carrier;
import jplay.module.type.Secret;

/**
 * The system's ssh to one host. A password goes through its environment to a program of two lines
 * that ssh asks for it: it stands in no file and no argument list.
 */
record OpenSsh(List<String> options, String host, Optional<Secret> password) implements Carrier {
    private static final int NOT_CONNECTED = 255;
    private static final String PASSWORD = "JPLAY_SSH_PASSWORD";
    private static final String ASKED = "#!/bin/sh\nprintf '%s\\n' \"$" + PASSWORD + "\"\n";

    @Override
    public List<String> command(List<String> words) {
        var command = new ArrayList<>(options);
        command.add("--");
        command.add(host);
        command.add(
                "exec "
                        + words.stream()
                                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                                .collect(Collectors.joining(" ")));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return password.map(secret ->
                        Map.of(
                                "SSH_ASKPASS",
                                Asking.PROGRAM.toString(),
                                "SSH_ASKPASS_REQUIRE",
                                "force",
                                "DISPLAY",
                                System.getenv().getOrDefault("DISPLAY", "-"),
                                PASSWORD,
                                secret.reveal()))
                .orElse(Map.of());
    }

    @Override
    public Optional<String> unreachable(Ending ending) {
        return ending.status() == NOT_CONNECTED
                ? Optional.of("Failed to connect to the host via ssh: " + ending.said().strip())
                : Optional.empty();
    }

    /** Made when the first password is needed. */
    private static final class Asking {
        static final Path PROGRAM = made();

        private static Path made() {
            try {
                var mine =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------"));
                var folder = Files.createTempDirectory("jplay-", mine);
                var program = Files.createFile(folder.resolve("askpass"), mine);
                folder.toFile().deleteOnExit();
                program.toFile().deleteOnExit();
                return Files.writeString(program, ASKED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
