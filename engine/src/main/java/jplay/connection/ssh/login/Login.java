package jplay.connection.ssh.login;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jplay.connection.Questions;
import jplay.connection.ssh.config.HostOptions;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;

/** Logs in to one host: every method and key that both sides know, in the order that is wanted. */
public final class Login {
    private static final String WANTED = "publickey,keyboard-interactive,password";
    private static final int PATIENCE_MILLIS = 120_000;

    private final HostOptions options;
    private final Credentials credentials;
    private final KeyRing keys;
    private final Questions questions;
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> tried = new LinkedHashSet<>();
    private Collection<String> allowed = List.of();

    /** A login that has not begun. */
    public Login(HostOptions options, Credentials credentials, KeyRing keys, Questions questions) {
        this.options = options;
        this.credentials = credentials;
        this.keys = keys;
        this.questions = questions;
    }

    /** Something that is sent to a server. */
    public interface Behind {
        /** Does so, without waiting for what the server says to it. */
        void send() throws TransportException;
    }

    /**
     * Logs in.
     *
     * @param trusted whether the host's key is known; a password is only given to such a host
     * @param behind may be sent right behind the last attempt, when the server is known to heed
     *     what comes early; it is lost with that attempt
     * @throws LoginException when the server refuses
     * @throws IOException when the connection is lost
     */
    public void run(SSHClient client, boolean trusted, Behind behind) throws IOException {
        var authentication = new Authentication(client.getTransport());
        // packets are compressed from the end of a login on: too late for what is on its way
        var early =
                ServiceRequest.sent(client.getTransport(), authentication)
                        && !options.flag("Compression", false);
        var found = keys.keys(options, credentials);
        Behind last =
                () -> {
                    if (early && attempts.isEmpty()) {
                        behind.send();
                    }
                };
        methods(trusted).forEach(name -> attempts.addAll(attempts(name, found, last)));
        if (attempts.isEmpty()) {
            attempts.add(new Attempt("none", new AuthNone()));
        }
        problems.addAll(found.problems());
        while (!attempts.isEmpty()) {
            var attempt = attempts.removeFirst();
            if (wanted(attempt) && succeeds(client, authentication, attempt)) {
                return;
            }
        }
        throw refused();
    }

    private record Attempt(String name, AuthMethod method) {}

    private boolean wanted(Attempt attempt) {
        return allowed.isEmpty() || allowed.contains(attempt.method().getName());
    }

    private boolean succeeds(SSHClient client, Authentication auth, Attempt attempt)
            throws IOException {
        tried.add(attempt.name());
        try {
            var service = (Service) client.getConnection();
            if (auth.authenticate(options.user(), service, attempt.method(), PATIENCE_MILLIS)) {
                return true;
            }
            allowed = List.copyOf(auth.getAllowedMethods());
            return false;
        } catch (UserAuthException e) {
            if (!client.getTransport().isRunning()) {
                throw e;
            }
            problems.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private List<String> methods(boolean trusted) {
        var password = credentials.password().isPresent() && trusted;
        return HostOptions.commaWords(options.text("PreferredAuthentications").orElse(WANTED))
                .stream()
                .filter(name ->
                        switch (name) {
                            case "publickey" ->
                                    !options.text("PubkeyAuthentication").orElse("").equals("no");
                            case "password" ->
                                    password && options.flag("PasswordAuthentication", true);
                            case "keyboard-interactive" ->
                                    password && options.flag("KbdInteractiveAuthentication", true);
                            default -> false;
                        })
                .toList();
    }

    private List<Attempt> attempts(String name, KeyRing.Keys found, Behind last) {
        var answers = new Answers(credentials.password(), questions);
        return switch (name) {
            case "publickey" -> publicKeys(found.identities(), last);
            case "password" -> List.of(new Attempt(name, new AuthPassword(answers)));
            default -> List.of(new Attempt(name, new AuthKeyboardInteractive(answers)));
        };
    }

    private List<Attempt> publicKeys(List<Identity> identities, Behind last) {
        var publicKeys = new ArrayList<Attempt>();
        for (var identity : identities) {
            var algorithms = new ArrayList<>(identity.algorithms());
            if (identity.type().equals("ssh-rsa") && oldRsa()) {
                algorithms.add("ssh-rsa");
            }
            publicKeys.add(
                    new Attempt(
                            "publickey (%s)".formatted(identity.name()),
                            new PublicKeyMethod(identity, algorithms, last)));
        }
        return publicKeys;
    }

    private boolean oldRsa() {
        return options.algorithms("PubkeyAcceptedAlgorithms", List.of()).contains("ssh-rsa");
    }

    private LoginException refused() {
        var text = new StringBuilder();
        if (credentials.password().isPresent() && tried.stream().anyMatch(Login::tookPassword)) {
            text.append("Invalid/incorrect password: ");
        }
        text.append(options.user()).append('@').append(options.alias());
        text.append(": Permission denied");
        text.append(allowed.isEmpty() ? "" : " (%s)".formatted(String.join(",", allowed)));
        text.append(". ");
        tried.remove("none");
        text.append(
                tried.isEmpty()
                        ? "There was no key and no password to try"
                        : "Tried " + String.join(", ", tried));
        problems.forEach(problem -> text.append("; ").append(problem));
        return new LoginException(text.append('.').toString());
    }

    private static boolean tookPassword(String method) {
        return method.equals("password") || method.equals("keyboard-interactive");
    }
}
