package jplay.connection.ssh;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.connection.Questions;
import jplay.connection.ssh.ConnectFailure.Again;
import jplay.connection.ssh.hostkey.HostKeyCheck;
import jplay.connection.ssh.hostkey.KnownHosts;
import net.schmizz.sshj.SSHClient;

/** Agreeing with a server on keys, and what went wrong when it did not come to that. */
final class Handshake {
    private static final int PATIENCE_MILLIS = 300_000;
    private static final Pattern SETTLEMENT =
            Pattern.compile("Unable to reach a settlement of (\\w+): \\[(.*)] and \\[(.*)]");

    /**
     * What OpenSSH's server says to those whom it does not let in for a while, and what it means.
     */
    private static final Map<String, String> NOT_NOW =
            Map.of(
                    "Exceeded MaxStartups",
                    "Exceeded MaxStartups",
                    "Not allowed at this time",
                    "Not allowed at this time (its PerSourcePenalties, for logins from here that"
                            + " failed)");

    private final SshTarget target;
    private final SSHClient client;
    private final Wire wire;

    Handshake(SshTarget target, SSHClient client, Wire wire) {
        this.target = target;
        this.client = client;
        this.wire = wire;
    }

    /** Leads it; whether the host is known so well that it may be told a password. */
    boolean lead(KnownHosts known, Questions questions) throws ConnectFailure {
        var options = target.options();
        // the deadline ends it; while somebody is asked, time does not count
        client.getTransport().setTimeoutMs(PATIENCE_MILLIS);
        try (var deadline = new Deadline(target.timeout(), wire::close)) {
            var check =
                    new HostKeyCheck(
                            options,
                            known,
                            (prompt, echo) -> deadline.without(() -> questions.ask(prompt, echo)));
            client.addHostKeyVerifier(check);
            try {
                wire.carry(client, options.text("HostKeyAlias").orElse(options.hostname()));
                return check.trusted();
            } catch (IOException e) {
                throw check.refusal()
                        .map(why -> new ConnectFailure(why, Again.NO, e))
                        .orElseGet(() -> failure(e, deadline.passed()));
            }
        }
    }

    private ConnectFailure failure(IOException thrown, boolean late) {
        var talked = talked();
        if (late) {
            var what = talked ? "" : " during banner exchange";
            var text = "Connection to %s timed out".formatted(target.address()) + what;
            return new ConnectFailure(text, Again.LATER, thrown);
        }
        var said = said(thrown);
        var settlement = SETTLEMENT.matcher(said);
        if (settlement.find()) {
            return new ConnectFailure(
                    "Unable to negotiate with %s: no matching %s found. Their offer: %s. Ours: %s."
                            .formatted(
                                    target.address(),
                                    settlement.group(1),
                                    settlement.group(3),
                                    settlement.group(2)),
                    Again.NO,
                    thrown);
        }
        return talked ? broken(said, thrown) : silent(said, thrown);
    }

    /** Whether the server said who it is. */
    private boolean talked() {
        try {
            return Optional.ofNullable(client.getTransport().getServerVersion()).isPresent();
        } catch (IndexOutOfBoundsException _) {
            // the library's answer for a line that never came
            return false;
        }
    }

    private ConnectFailure broken(String said, IOException thrown) {
        return new ConnectFailure(
                "the connection to %s broke while keys were exchanged: %s"
                        .formatted(target.address(), said),
                Again.LATER,
                thrown);
    }

    /** It hung up before it said who it is: too many do the same, or a proxy could not connect. */
    private ConnectFailure silent(String said, IOException thrown) {
        if (wire instanceof SocketWire(ProcessSocket socket, _)) {
            var words = socket.lastWords();
            return new ConnectFailure(
                    words.isEmpty()
                            ? "the ProxyCommand for %s ended".formatted(target.address())
                            : words,
                    Again.LATER,
                    thrown);
        }
        var heard = wire.heard();
        return new ConnectFailure(
                "kex_exchange_identification: Connection to %s closed by remote host: %s"
                        .formatted(
                                target.address(),
                                heard.isEmpty() ? said : NOT_NOW.getOrDefault(heard, heard)),
                again(said, heard),
                thrown);
    }

    private static Again again(String said, String heard) {
        if (NOT_NOW.containsKey(heard)) {
            return Again.WHEN_LESS_BUSY;
        }
        return said.contains("does not support SSHv2") ? Again.NO : Again.SOON;
    }

    /** The innermost message of what was thrown. */
    static String said(Throwable thrown) {
        var message = Optional.ofNullable(thrown.getMessage()).orElse("");
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            message = Optional.ofNullable(cause.getMessage()).orElse(message);
        }
        return message.isEmpty() ? "no reason given" : message;
    }
}
