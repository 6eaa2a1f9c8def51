package jplay.connection.become;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.Connection;
import jplay.connection.process.Carrier;
import jplay.connection.process.ProcessConnection;
import org.junit.jupiter.api.Assumptions;

/**
 * Two accounts of this machine for the time of some tests: one that logs in and may use sudo, one
 * to become. Both have passwords.
 */
final class Accounts {
    static final String PASSWORD = "corr3ct h0rse";

    final String login = "jpt" + ProcessHandle.current().pid() % 100_000 + "a";
    final String other = "jpt" + ProcessHandle.current().pid() % 100_000 + "b";
    private final Path rules = Path.of("/etc/sudoers.d/" + login);

    Accounts() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "wants root");
        for (var program : List.of("useradd", "chpasswd", "userdel", "runuser", "su", "sudo")) {
            Assumptions.assumeTrue(isThere(program), "wants " + program);
        }
        for (var account : List.of(login, other)) {
            run("", "useradd", "-m", "-s", "/bin/sh", account);
            run(account + ":" + PASSWORD, "chpasswd");
        }
        rules("");
    }

    private static boolean isThere(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Lets the first account use sudo with its password, and whatever else is said. */
    void rules(String more) throws IOException {
        var text = login + " ALL=(ALL) ALL\nDefaults:" + login + " timestamp_timeout=0\n" + more;
        Files.writeString(rules, text + "\n");
        Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("r--r-----"));
    }

    /** This machine, as the first account. */
    Connection connection() {
        return new ProcessConnection("here", new LoggedIn(login), List.of("sh"));
    }

    private static void run(String input, String... words) throws Exception {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
    }

    void remove() throws Exception {
        Files.deleteIfExists(rules);
        run("", "userdel", "-r", login);
        run("", "userdel", "-r", other);
    }

    private record LoggedIn(String account) implements Carrier {
        @Override
        public List<String> command(List<String> words) {
            var command = new ArrayList<>(List.of("runuser", "-u", account, "--"));
            command.addAll(words);
            return command;
        }

        @Override
        public Optional<String> unreachable(Ending ending) {
            return Optional.empty();
        }
    }
}
