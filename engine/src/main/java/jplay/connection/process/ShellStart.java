package jplay.connection.process;

import java.io.IOException;
import java.util.List;
import jplay.connection.Become;
import jplay.connection.ShellProcess;
import jplay.connection.UnreachableException;
import jplay.connection.become.BecomeCommand;
import jplay.connection.become.Greeting;
import jplay.connection.become.TerminalWanted;

/**
 * Starts shells on a host, as whoever is wanted.
 *
 * @param host its inventory name
 * @param shell a POSIX shell such as {@code busybox sh}
 */
record ShellStart(String host, Carrier carrier, List<String> shell) {
    /**
     * A shell that is ready to be told what to do, or is about to be.
     *
     * @throws UnreachableException when the host cannot be reached
     * @throws jplay.module.TaskFailure when the user cannot be become
     */
    ShellProcess as(Become become) {
        carrier.check();
        if (become.none()) {
            return child(become, shell).shell(host);
        }
        try {
            return greeted(become, BecomeCommand.of(become, shell)).shell(name(become));
        } catch (TerminalWanted _) {
            return greeted(become, BecomeCommand.withTerminal(become, shell)).shell(name(become));
        }
    }

    private String name(Become become) {
        return become.user() + "@" + host;
    }

    private Child greeted(Become become, List<String> words) {
        var child = child(become, words);
        try {
            Greeting.exchange(child.shell(name(become)), become, child::running);
            return child;
        } catch (IOException e) {
            throw new UnreachableException("lost the connection to " + host, e);
        }
    }

    private Child child(Become become, List<String> words) {
        var command = carrier.command(words);
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(carrier.environment());
            return new Child(
                    builder.start(),
                    carrier,
                    () -> become.none() ? child(become, words) : greeted(become, words));
        } catch (IOException e) {
            throw new UnreachableException(
                    "cannot start %s for %s: %s".formatted(command.getFirst(), host, reason(e)), e);
        }
    }

    private static String reason(IOException thrown) {
        var message = String.valueOf(thrown.getMessage());
        if (message.matches("(?s).*error[:=] ?2\\b.*")) {
            return "there is no such program on the PATH";
        }
        return message.matches("(?s).*error[:=] ?13\\b.*") ? "permission denied" : message;
    }
}
