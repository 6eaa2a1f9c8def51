package jplay.lab;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** How a host is started. */
record HostRecipe(String name, Image image, Network network, List<Mount> mounts) {
    private static final String CGROUPS = "/sys/fs/cgroup";

    HostRecipe {
        mounts = List.copyOf(mounts);
    }

    GenericContainer<?> start() {
        var container =
                new GenericContainer<>(DockerImageName.parse(Engine.load(image)))
                        .withImagePullPolicy(_ -> false)
                        .withNetwork(network)
                        .withNetworkAliases(name)
                        .withLabels(Owner.me().label())
                        .withCreateContainerCmdModifier(this::settings)
                        // newer systemd wants to be asked for version 1 of cgroups
                        .withCommand("/sbin/init", "SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1");
        container.start();
        return container;
    }

    /** Folders too: Testcontainers would get an image from a registry to see whether it can. */
    private void settings(CreateContainerCmd command) {
        var settings = Objects.requireNonNull(command.getHostConfig());
        settings.withCapAdd(Capability.SYS_ADMIN, Capability.NET_ADMIN, Capability.SYS_PTRACE);
        settings.withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"));
        settings.withBinds(Stream.concat(folders(), cgroups()).toList());
        if (image.hasSystemd()) {
            settings.withTmpFs(Map.of("/run", "", "/run/lock", "", "/tmp", "exec"));
        }
        if (unified()) {
            settings.withCgroupnsMode("host");
        }
        command.withHostName(name);
    }

    private Stream<Bind> folders() {
        return mounts.stream()
                .map(mount ->
                        new Bind(
                                mount.here().toString(), new Volume(mount.there()), AccessMode.ro));
    }

    private Stream<Bind> cgroups() {
        var access = unified() ? AccessMode.rw : AccessMode.ro;
        return image.hasSystemd()
                ? Stream.of(new Bind(CGROUPS, new Volume(CGROUPS), access))
                : Stream.empty();
    }

    /** Whether there is only version 2 of cgroups. */
    private static boolean unified() {
        return Files.exists(Path.of(CGROUPS, "cgroup.controllers"));
    }
}
