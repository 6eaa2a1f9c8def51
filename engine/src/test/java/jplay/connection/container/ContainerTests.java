package jplay.connection.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.connection.Become;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;
import jplay.connection.ShellRequest;
import jplay.connection.UnreachableException;
import jplay.connection.process.Carrier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerTests {
    private static final Settings SETTINGS = Settings.defaults(Surroundings.ofProcess());

    @TempDir Path folder;

    /** Notes its arguments, then runs what stands behind the container's name right here. */
    private Path program() throws IOException {
        var program = folder.resolve("program");
        Files.writeString(
                program,
                """
                #!/bin/sh
                printf '%%s ' "$@" >'%s'
                while [ "$1" != web ]; do
                    [ $# -gt 0 ] || { echo 'Error: no container with name or ID "x" found' >&2; exit 125; }
                    shift
                done
                shift
                exec "$@"
                """
                        .formatted(folder.resolve("arguments")));
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private static String answer(ConnectionKind kind, String host, Map<String, Object> variables) {
        var destination = new Destination(host, kind.names().getFirst(), variables);
        try (var connection = kind.open(destination)) {
            return connection.worker(Become.NONE).call(ShellRequest.of("echo", "in it")).text();
        }
    }

    private static String refusal(ConnectionKind kind, String host, Map<String, Object> variables) {
        return assertThrows(UnreachableException.class, () -> answer(kind, host, variables))
                .getMessage();
    }

    @Test
    void runsInAContainerOfPodman() throws IOException {
        var variables = new HashMap<String, Object>();
        variables.put("ansible_podman_executable", program().toString());
        variables.put("ansible_podman_extra_args", "--log-level 'very much'");
        variables.put("ansible_user", "app");
        var kind = new PodmanKind(SETTINGS);
        assertEquals("in it", answer(kind, "web", variables));
        assertEquals(
                "--log-level very much exec -i --user app web sh ",
                Files.readString(folder.resolve("arguments")));
        variables.put("ansible_host", "db");
        assertEquals("podman has no container 'db'", refusal(kind, "web", variables));
        variables.put("ansible_podman_executable", "no-such-podman");
        assertEquals("there is no no-such-podman on the PATH", refusal(kind, "web", variables));
    }

    record Refusal(int status, String said, String told) {
        @Override
        public String toString() {
            return told;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal(
                        1,
                        "Error response from daemon: No such container: web",
                        "docker has no container 'web'"),
                new Refusal(
                        1,
                        "Error response from daemon: container 5f2a is not running",
                        "the container 'web' is not running"),
                new Refusal(
                        255,
                        "Error: can only create exec sessions on running containers: container state improper",
                        "the container 'web' is not running"),
                new Refusal(
                        1,
                        "permission denied while trying to connect to the Docker daemon socket at unix:///s",
                        "no permission to use docker: permission denied while trying to connect to the Docker daemon socket at unix:///s"),
                new Refusal(
                        1,
                        "Cannot connect to the Docker daemon at unix:///s. Is the docker daemon running?",
                        "docker does not answer: Cannot connect to the Docker daemon at unix:///s. Is the docker daemon running?"),
                new Refusal(
                        127,
                        "OCI runtime exec failed: exec: \"sh\": executable file not found in $PATH: unknown",
                        "docker exec in 'web': OCI runtime exec failed: exec: \"sh\": executable file not found in $PATH: unknown"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysInOneSentenceWhyItIsNotReached(Refusal refusal) {
        var container = new Container("docker", List.of("docker"), List.of("-i"), "web", Map.of());
        var ending = new Carrier.Ending(refusal.status(), refusal.said());
        assertEquals(refusal.told(), container.unreachable(ending).orElseThrow());
    }

    @Test
    void entersAFolder() throws IOException {
        var busybox = Path.of("/usr/bin/busybox");
        Assumptions.assumeTrue(
                Files.exists(busybox) && "root".equals(System.getProperty("user.name")),
                "wants root and busybox");
        Files.createDirectories(folder.resolve("dev"));
        Files.createFile(folder.resolve("dev/null"));
        copy(busybox);
        copy(Path.of("/bin/sh"));
        var kind = new ChrootKind(SETTINGS);
        assertEquals("in it", answer(kind, folder.toString(), Map.of()));
        assertEquals(
                "/no/such is not a directory",
                refusal(kind, "part", Map.of("ansible_host", "/no/such")));
        assertEquals(
                "%s does not look like a chrootable dir (/bin/sh missing)"
                        .formatted(folder.resolve("dev")),
                refusal(kind, folder.resolve("dev").toString(), Map.of()));
    }

    /** A program with the libraries it is linked with. */
    private void copy(Path program) throws IOException {
        var listing = new ProcessBuilder("ldd", program.toString()).start();
        var target = folder.resolve("bin").resolve(program.getFileName());
        Files.createDirectories(target.getParent());
        Files.copy(program, target);
        var text = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (var line : text.split("\\s+", -1)) {
            var library = folder.resolve(line.substring(line.startsWith("/") ? 1 : 0));
            if (line.startsWith("/") && !Files.exists(library)) {
                Files.createDirectories(library.getParent());
                Files.copy(Path.of(line), library);
            }
        }
    }

    @Test
    void givesSecretsToDockerByItsEnvironment() {
        var variables =
                Map.<String, Object>of(
                        "ansible_docker_extra_env",
                        Map.of("SECRET", "s3cret"),
                        "ansible_user",
                        "app");
        var container =
                new DockerKind(SETTINGS).container(new Destination("web", "docker", variables));
        assertEquals(
                List.of("docker", "exec", "-i", "-u", "app", "--env", "SECRET", "web", "sh"),
                container.command(List.of("sh")));
        assertEquals(Map.of("SECRET", "s3cret"), container.environment());
    }
}
