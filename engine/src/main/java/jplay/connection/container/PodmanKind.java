package jplay.connection.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;

/** Containers of podman. */
public record PodmanKind(Settings settings) implements ConnectionKind {
    @Override
    public List<String> names() {
        return List.of("podman", "containers.podman.podman");
    }

    @Override
    public Connection open(Destination destination) {
        var variables = new ContainerVariables(destination);
        var executable =
                destination
                        .text("ansible_podman_executable")
                        .orElse(settings.text(Setting.PODMAN_EXECUTABLE));
        var program = new ArrayList<>(List.of(executable));
        program.addAll(
                variables.words(
                        "ansible_podman_extra_args", settings.text(Setting.PODMAN_EXTRA_ARGS)));
        var options = new ArrayList<>(List.of("-i"));
        variables.option("--user", options, "ansible_podman_user", "ansible_user");
        var name =
                destination.text("ansible_podman_host", "ansible_host").orElse(destination.host());
        return variables.connection(new Container("podman", program, options, name, Map.of()));
    }
}
