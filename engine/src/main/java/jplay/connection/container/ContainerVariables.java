package jplay.connection.container;

import java.util.List;
import java.util.Set;
import jplay.connection.Connection;
import jplay.connection.Destination;
import jplay.connection.process.Carrier;
import jplay.connection.process.ProcessConnection;
import jplay.connection.process.Shielded;
import jplay.inventory.ShellWords;
import jplay.module.TaskFailure;

/** Reads the variables that say how a part of this machine is entered. */
record ContainerVariables(Destination destination) {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1", "y", "t");

    /** The words of a variable, or of what a setting says. */
    List<String> words(String variable, String otherwise) {
        var text = destination.text(variable).orElse(otherwise);
        try {
            return ShellWords.split(text);
        } catch (IllegalArgumentException e) {
            throw new TaskFailure("%s: got '%s', %s".formatted(variable, text, e.getMessage()));
        }
    }

    /** Adds an option when one of the variables is set. */
    void option(String option, List<String> options, String... variables) {
        destination.text(variables).ifPresent(value -> options.addAll(List.of(option, value)));
    }

    /** Whether a variable says yes. */
    boolean is(String variable) {
        return destination
                .text(variable)
                .map(text -> TRUE.contains(text.toLowerCase(java.util.Locale.ROOT)))
                .orElse(false);
    }

    /** The connection, with the shell that is asked for. */
    Connection connection(Carrier carrier) {
        var shell = destination.text("ansible_shell_executable").orElse("sh");
        return new ProcessConnection(destination.host(), new Shielded(carrier), List.of(shell));
    }
}
