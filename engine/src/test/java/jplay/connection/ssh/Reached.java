package jplay.connection.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.Destination;
import jplay.connection.Questions;
import jplay.connection.ShellRequest;
import jplay.connection.ssh.config.Ownership;
import jplay.connection.ssh.config.Query;
import jplay.testkit.SshServer;
import org.jspecify.annotations.Nullable;

/** Reaches a test's own ssh server with nothing of the machine's own configuration. */
final class Reached implements AutoCloseable {
    private final Path home;
    private final SshServer server;
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("SHELL", "/bin/sh"));
    private Questions questions = Questions.NOBODY;
    private Optional<SshKind> kind = Optional.empty();

    Reached(Path home, SshServer server) throws IOException {
        this.home = home;
        this.server = server;
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/known_hosts"), server.knownHost());
        variables.put("ansible_host", "127.0.0.1");
        variables.put("ansible_port", server.port());
        variables.put("ansible_private_key_file", server.folder().resolve("user_key").toString());
    }

    Reached with(String variable, Object value) {
        variables.put(variable, value);
        return this;
    }

    Reached without(String variable) {
        variables.remove(variable);
        return this;
    }

    Reached environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Reached answering(Questions answers) {
        questions = answers;
        return this;
    }

    Reached config(String text) throws IOException {
        var file = Files.writeString(home.resolve(".ssh/config"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return this;
    }

    Reached knownHosts(String text) throws IOException {
        Files.writeString(home.resolve(".ssh/known_hosts"), text);
        return this;
    }

    String knownHosts() throws IOException {
        return Files.readString(home.resolve(".ssh/known_hosts"));
    }

    Path home() {
        return home;
    }

    SshServer server() {
        return server;
    }

    Connection connection() {
        if (kind.isEmpty()) {
            kind =
                    Optional.of(
                            new SshKind(
                                    new SshDefaults(
                                            new Query.LocalUser(
                                                    System.getProperty("user.name"),
                                                    home,
                                                    number(),
                                                    "desk",
                                                    environment),
                                            Optional.empty(),
                                            Optional.empty(),
                                            SshDefaults.Arguments.NONE,
                                            true,
                                            10,
                                            0,
                                            "/bin/sh",
                                            questions),
                                    home));
        }
        return kind.get().open(new Destination("web1", "ssh", variables));
    }

    private String number() {
        return String.valueOf(Ownership.of(home).orElseThrow().owner());
    }

    /** What a command prints there. */
    String says(String code) {
        try (var connection = connection()) {
            return connection.worker(Become.NONE).call(ShellRequest.of("eval", code)).text();
        }
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Override
    public void close() {
        kind.ifPresent(SshKind::close);
        server.close();
    }
}
