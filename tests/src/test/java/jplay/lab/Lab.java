package jplay.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.testcontainers.containers.Network;

/**
 * Some hosts on a network of their own, gone when it is closed:
 *
 * <pre>{@code
 * try (var lab = Lab.open()) {
 *     var host = lab.host("one", Image.DEBIAN12);
 *     var said = host.sh("hostname");
 * }
 * }</pre>
 */
public final class Lab implements AutoCloseable {
    private final DockerClient client;
    private final Path folder;
    private final LabKey key;
    private final Network network;
    private final List<LabHost> hosts = new ArrayList<>();

    private Lab(DockerClient client, Path folder, LabKey key) {
        this.client = client;
        this.folder = folder;
        this.key = key;
        network =
                Network.builder()
                        .createNetworkCmdModifier(command -> command.withLabels(Owner.me().label()))
                        .build();
    }

    /** One without hosts; what killed runs have left is removed. */
    public static Lab open() {
        var client = Engine.client();
        new Leftovers(client).remove();
        try {
            var folder = Files.createTempDirectory("jplay-lab");
            return new Lab(client, folder, LabKey.make(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a host and waits until it can be used. */
    public LabHost host(String name, Image image, Mount... mounts) {
        var wanted = new HostRecipe(name, image, network, List.of(mounts));
        var host = new LabHost(name, image, wanted.start(), client);
        hosts.add(host);
        host.awaitReady();
        host.letIn(key.line());
        return host;
    }

    /** A folder for inventories and the like. */
    public Path folder() {
        return folder;
    }

    /** The private key that all hosts let in as root. */
    public Path key() {
        return key.file();
    }

    /** A file of known_hosts with the keys of all hosts. */
    public Path knownHosts() {
        var lines =
                hosts.stream().map(LabHost::knownHost).collect(Collectors.joining("\n", "", "\n"));
        try {
            return Files.writeString(folder.resolve("known_hosts"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An inventory of all hosts in one group, reached over ssh as root. */
    public Path inventory(String group) {
        var text = new StringBuilder("[" + group + "]\n");
        for (var host : hosts) {
            text.append("%s ansible_host=%s\n".formatted(host.name(), host.ip()));
        }
        text.append("\n[%s:vars]\nansible_connection=ssh\nansible_user=root\n".formatted(group));
        text.append("ansible_ssh_private_key_file=%s\n".formatted(key.file()));
        text.append(
                "ansible_ssh_common_args=-o UserKnownHostsFile=%s -o IdentitiesOnly=yes\n"
                        .formatted(knownHosts()));
        try {
            return Files.writeString(folder.resolve(group + ".ini"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hosts.forEach(LabHost::remove);
        network.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
