package jplay.connection.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import jplay.connection.Become;
import jplay.connection.Patience;
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
            return login().shell(host);
        }
        try {
            return became(become, BecomeCommand.of(become, shell)).shell(name(become));
        } catch (TerminalWanted _) {
            return became(become, BecomeCommand.withTerminal(become, shell)).shell(name(become));
        }
    }

    private String name(Become become) {
        return become.user() + "@" + host;
    }

    private Child login() {
        return carrier.far() ? arrived(this::login) : child(shell, this::login);
    }

    /**
     * A shell of a far host that has answered: nothing was done before, so it may be tried again.
     */
    private Child arrived(Supplier<Child> another) {
        var patience = new Patience();
        while (true) {
            try {
                return greeted(child(BecomeCommand.ofLogin(shell), another), Become.NONE);
            } catch (UnreachableException e) {
                if (!carrier.goesOn(e.getMessage(), patience)) {
                    throw e;
                }
            }
        }
    }

    /** On a far host the shell of whoever logged in becomes the other one. */
    private Child became(Become become, List<String> words) {
        Supplier<Child> another = () -> became(become, words);
        if (!carrier.far()) {
            return greeted(child(words, another), become);
        }
        var child = arrived(another);
        try {
            var input = child.shell(host).input();
            input.write(BecomeCommand.line(words).getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw lost(e);
        }
        return greeted(child, become);
    }

    private Child greeted(Child child, Become become) {
        try {
            Greeting.exchange(
                    child.shell(become.none() ? host : name(become)), become, child::running);
            return child;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private UnreachableException lost(IOException thrown) {
        return new UnreachableException("lost the connection to " + host, thrown);
    }

    private Child child(List<String> words, Supplier<Child> another) {
        var command = carrier.command(words);
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(carrier.environment());
            return new Child(builder.start(), carrier, another);
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
