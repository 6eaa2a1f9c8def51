package jplay.connection.ssh.config;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether the criteria of a {@code Match} line hold; all of them must. */
final class MatchLine {
    private static final long PATIENCE_SECONDS = 30;

    private final Evaluation evaluation;

    MatchLine(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    boolean holds(List<String> words) {
        var rest = new ArrayDeque<>(words);
        var holds = !rest.isEmpty();
        while (!rest.isEmpty()) {
            var word = rest.removeFirst().toLowerCase(Locale.ROOT);
            var negated = word.startsWith("!");
            var criterion = negated ? word.substring(1) : word;
            holds = criterion(criterion, rest, holds) != negated && holds;
        }
        return holds;
    }

    private boolean criterion(String written, Deque<String> rest, boolean needed) {
        var equals = written.indexOf('=');
        var name = equals < 0 ? written : written.substring(0, equals);
        if (equals >= 0) {
            rest.addFirst(written.substring(equals + 1));
        }
        return switch (name) {
            case "all" -> true;
            case "canonical" -> evaluation.last();
            case "final" -> {
                evaluation.seeFinal();
                yield evaluation.last();
            }
            default -> compared(name, rest.isEmpty() ? "" : rest.removeFirst(), needed);
        };
    }

    private boolean compared(String name, String argument, boolean needed) {
        var query = evaluation.query();
        return switch (name) {
            case "host" -> matchesHost(argument, evaluation.hostname());
            case "originalhost" -> matchesHost(argument, query.host());
            case "user" -> matches(argument, evaluation.user());
            case "localuser" -> matches(argument, query.user().name());
            case "tagged" -> matches(argument, tag());
            case "exec" -> needed && succeeds(evaluation.tokens().replaced(argument));
            default -> false;
        };
    }

    private String tag() {
        return evaluation.gathered().getOrDefault("tag", List.of("")).getFirst();
    }

    private static boolean matchesHost(String patterns, String name) {
        return PatternList.matchesHost(List.of(patterns.split(",")), name);
    }

    private static boolean matches(String patterns, String name) {
        return PatternList.matches(List.of(patterns.split(",")), name);
    }

    /** Runs a command with the user's shell, as OpenSSH does, and asks how it ended. */
    private boolean succeeds(String command) {
        var shell = evaluation.query().user().environment().getOrDefault("SHELL", "/bin/sh");
        try {
            var process =
                    new ProcessBuilder(shell, "-c", command)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
