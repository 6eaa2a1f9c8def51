package jplay.lab;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.BindMode;
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
        for (var mount : mounts) {
            container.withFileSystemBind(
                    mount.here().toString(), mount.there(), BindMode.READ_ONLY);
        }
        if (image.hasSystemd()) {
            container.withTmpFs(Map.of("/run", "", "/run/lock", "", "/tmp", "exec"));
            container.withFileSystemBind(
                    CGROUPS, CGROUPS, unified() ? BindMode.READ_WRITE : BindMode.READ_ONLY);
        }
        container.start();
        return container;
    }

    private void settings(CreateContainerCmd command) {
        var settings = Objects.requireNonNull(command.getHostConfig());
        settings.withCapAdd(Capability.SYS_ADMIN, Capability.NET_ADMIN, Capability.SYS_PTRACE);
        settings.withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"));
        if (unified()) {
            settings.withCgroupnsMode("host");
        }
        command.withHostName(name);
    }

    /** Whether there is only version 2 of cgroups. */
    private static boolean unified() {
        return Files.exists(Path.of(CGROUPS, "cgroup.controllers"));
    }
}
