package jplay.connection.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.Patience;
import jplay.connection.UnreachableException;

/**
 * A carrier whose program does not see that somebody pressed Ctrl-C: it is needed until what runs
 * on the host was told to stop.
 */
public record Shielded(Carrier carrier) implements Carrier {
    private static final List<String> SHIELD =
            List.of("sh", "-c", "trap '' INT QUIT; exec \"$@\"", "sh");

    @Override
    public List<String> command(List<String> words) {
        var command = new ArrayList<>(SHIELD);
        command.addAll(carrier.command(words));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return carrier.environment();
    }

    @Override
    public String folder() {
        return carrier.folder();
    }

    @Override
    public void check() {
        carrier.check();
        var program = carrier.command(List.of("true")).getFirst();
        if (!isThere(program)) {
            throw new UnreachableException(
                    program.contains("/")
                            ? "%s is no program that can be run".formatted(program)
                            : "there is no %s on the PATH".formatted(program));
        }
    }

    private static boolean isThere(String program) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program));
        }
        var folders =
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator);
        return Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public boolean far() {
        return carrier.far();
    }

    @Override
    public boolean goesOn(String why, Patience patience) {
        return carrier.goesOn(why, patience);
    }

    @Override
    public Optional<String> lost(Ending ending) {
        return carrier.lost(ending);
    }

    @Override
    public Optional<String> unreachable(Ending ending) {
        return carrier.unreachable(ending);
    }
}
