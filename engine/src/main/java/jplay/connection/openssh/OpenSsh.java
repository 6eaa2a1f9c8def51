package jplay.connection.openssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.connection.Patience;
import jplay.connection.become.BecomeCommand;
import jplay.connection.process.Carrier;
import jplay.module.type.Secret;

/**
 * The system's ssh to one host. Passwords go through its environment to a program of a few lines
 * that ssh asks for them: they stand in no file and no argument list.
 */
record OpenSsh(List<String> options, String host, Secrets secrets, int retries) implements Carrier {
    private static final int NOT_CONNECTED = 255;
    private static final String FAILED = "Failed to connect to the host via ssh: ";
    private static final Pattern SILENT = Pattern.compile("^Timeout, server .* not responding\\.");

    /** An answer to the first of two tries, and ends of lines of a terminal. */
    private static final Pattern NOISE =
            Pattern.compile("\r|^Permission denied, please try again\\.\\R?", Pattern.MULTILINE);

    private static final Pattern REFUSED =
            Pattern.compile("Permission denied|Host key verification failed|no matching .* found");
    private static final Duration BUSY_LIMIT = Duration.ofSeconds(60);
    private static final Pattern BUSY =
            Pattern.compile("(kex|ssh)_exchange_identification:|Exceeded MaxStartups");

    /** What may be asked for. */
    record Secrets(Optional<Secret> password, Optional<Secret> passphrase) {
        boolean none() {
            return password.isEmpty() && passphrase.isEmpty();
        }
    }

    @Override
    public List<String> command(List<String> words) {
        var command = new ArrayList<>(options);
        command.add("--");
        command.add(host);
        command.add(BecomeCommand.line(words).strip());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        if (secrets.none()) {
            return Map.of();
        }
        var variables = new HashMap<String, String>();
        variables.put("SSH_ASKPASS", Asking.PROGRAM.toString());
        variables.put("SSH_ASKPASS_REQUIRE", "force");
        variables.put("DISPLAY", System.getenv().getOrDefault("DISPLAY", "-"));
        secrets.password().ifPresent(secret -> variables.put(Asking.PASSWORD, secret.reveal()));
        secrets.passphrase().ifPresent(secret -> variables.put(Asking.PASSPHRASE, secret.reveal()));
        return variables;
    }

    @Override
    public boolean far() {
        return true;
    }

    @Override
    public boolean goesOn(String why, Patience patience) {
        if (REFUSED.matcher(why).find()) {
            return false;
        }
        return (BUSY.matcher(why).find() && patience.waits(BUSY_LIMIT))
                || patience.retries(retries);
    }

    @Override
    public Optional<String> unreachable(Ending ending) {
        if (ending.status() != NOT_CONNECTED) {
            return Optional.empty();
        }
        var said = NOISE.matcher(ending.said()).replaceAll("").strip();
        var wrong = secrets.password().isPresent() && said.contains("Permission denied");
        return Optional.of(FAILED + (wrong ? "Invalid/incorrect password: " : "") + said);
    }

    /** A connection that is shared ends without a word. */
    @Override
    public Optional<String> lost(Ending ending) {
        return ending.status() != NOT_CONNECTED
                ? Optional.empty()
                : Optional.of(
                        FAILED
                                + (SILENT.matcher(ending.said()).find()
                                        ? ending.said().strip()
                                        : "Shared connection to %s closed.".formatted(host)));
    }

    /** Made when the first password is needed. */
    private static final class Asking {
        static final String PASSWORD = "JPLAY_SSH_PASSWORD";
        static final String PASSPHRASE = "JPLAY_SSH_PASSPHRASE";

        /** Keys that are not known are not trusted, and nothing but what is asked for is told. */
        private static final String TEXT =
                """
                #!/bin/sh
                case $1 in
                    *'(yes/no'*) echo no ;;
                    *assphrase*) printf '%s\\n' "${JPLAY_SSH_PASSPHRASE?}" ;;
                    *PIN*) exit 1 ;;
                    *) printf '%s\\n' "${JPLAY_SSH_PASSWORD?}" ;;
                esac
                """;

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
                return Files.writeString(program, TEXT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
