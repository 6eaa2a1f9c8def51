package jplay.connection.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;

/** Containers of docker. */
public record DockerKind(Settings settings) implements ConnectionKind {
    @Override
    public List<String> names() {
        return List.of("docker", "community.docker.docker", "community.general.docker");
    }

    @Override
    public Connection open(Destination destination) {
        return new ContainerVariables(destination).connection(container(destination));
    }

    Container container(Destination destination) {
        var variables = new ContainerVariables(destination);
        var program = new ArrayList<>(List.of("docker"));
        program.addAll(
                variables.words(
                        "ansible_docker_extra_args", settings.text(Setting.DOCKER_EXTRA_ARGS)));
        var options = new ArrayList<>(List.of("-i"));
        variables.option("-u", options, "ansible_docker_user", "ansible_user");
        variables.option("--workdir", options, "ansible_docker_working_dir");
        if (variables.is("ansible_docker_privileged")) {
            options.add("--privileged");
        }
        var environment = environment(destination);
        environment.keySet().forEach(name -> options.addAll(List.of("--env", name)));
        var name =
                destination.text("ansible_docker_host", "ansible_host").orElse(destination.host());
        return new Container("docker", program, options, name, environment);
    }

    /** Values go by docker's own environment, so that none stands in an argument list. */
    private static Map<String, String> environment(Destination destination) {
        var environment = new LinkedHashMap<String, String>();
        if (destination.variables().get("ansible_docker_extra_env") instanceof Map<?, ?> extra) {
            extra.forEach((name, value) -> environment.put(name.toString(), String.valueOf(value)));
        }
        return environment;
    }
}
