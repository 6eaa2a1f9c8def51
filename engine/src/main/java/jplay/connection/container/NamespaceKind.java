package jplay.connection.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;
import jplay.connection.process.Carrier;

/** All namespaces of a process of this machine. */
public final class NamespaceKind implements ConnectionKind {
    @Override
    public List<String> names() {
        return List.of("nsenter", "community.general.nsenter");
    }

    @Override
    public Connection open(Destination destination) {
        var process = destination.text("ansible_nsenter_pid").orElse("1");
        return new ContainerVariables(destination).connection(new Namespace(process));
    }

    /** The namespaces of a process. */
    private record Namespace(String process) implements Carrier {
        @Override
        public List<String> command(List<String> words) {
            var command =
                    new ArrayList<>(
                            List.of(
                                    "nsenter",
                                    "--ipc",
                                    "--mount",
                                    "--net",
                                    "--pid",
                                    "--uts",
                                    "--preserve-credentials",
                                    "--target=" + process,
                                    "--"));
            command.addAll(words);
            return command;
        }

        @Override
        public Optional<String> unreachable(Ending ending) {
            return ending.said().startsWith("nsenter:")
                    ? Optional.of(ending.said().strip())
                    : Optional.empty();
        }
    }
}
