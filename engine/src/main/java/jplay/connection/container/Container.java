package jplay.connection.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.connection.process.Carrier;

/**
 * A container that a program can run something in.
 *
 * @param kind what the program is called in messages
 * @param program with its own arguments
 * @param options of its {@code exec}
 * @param name the container
 */
record Container(
        String kind,
        List<String> program,
        List<String> options,
        String name,
        Map<String, String> environment)
        implements Carrier {
    private static final Pattern NONE =
            Pattern.compile("no such container|no container with name", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDLE =
            Pattern.compile(
                    "is not running|running containers|is paused|state improper|is restarting",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FORBIDDEN =
            Pattern.compile("permission denied while|dial unix.*permission denied");
    private static final Pattern NO_SERVICE =
            Pattern.compile(
                    "Cannot connect to|Is the docker daemon running|unable to connect to Podman"
                            + "|connection refused");

    private static final Pattern OWN =
            Pattern.compile("(?m)^(Error|OCI runtime|unable to upgrade)");

    @Override
    public List<String> command(List<String> words) {
        var command = new ArrayList<>(program);
        command.add("exec");
        command.addAll(options);
        command.add(name);
        command.addAll(words);
        return command;
    }

    @Override
    public Optional<String> unreachable(Ending ending) {
        var said = ending.said();
        if (NONE.matcher(said).find()) {
            return Optional.of("%s has no container '%s'".formatted(kind, name));
        }
        if (IDLE.matcher(said).find()) {
            return Optional.of("the container '%s' is not running".formatted(name));
        }
        if (FORBIDDEN.matcher(said).find()) {
            return Optional.of("no permission to use %s: %s".formatted(kind, lastLine(said)));
        }
        if (NO_SERVICE.matcher(said).find()) {
            return Optional.of("%s does not answer: %s".formatted(kind, lastLine(said)));
        }
        return OWN.matcher(said).find()
                ? Optional.of("%s exec in '%s': %s".formatted(kind, name, lastLine(said)))
                : Optional.empty();
    }

    private static String lastLine(String said) {
        return said.strip().lines().reduce((_, last) -> last).orElse("");
    }
}
