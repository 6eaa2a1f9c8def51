package jplay.connection.ssh.hostkey;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.connection.Questions;
import jplay.connection.ssh.config.HostOptions;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/** Decides about the key of one host, as OpenSSH's StrictHostKeyChecking says. */
public final class HostKeyCheck implements HostKeyVerifier {
    private static final List<String> USER_FILES =
            List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
    private static final List<String> GLOBAL_FILES =
            List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");

    private final HostOptions options;
    private final KnownHosts known;
    private final Questions questions;
    private final List<Path> files = new ArrayList<>();
    private volatile Optional<String> refusal = Optional.empty();
    private volatile boolean trusted = true;
    private volatile List<KnownHost> found = List.of();

    /** A check for one connection. */
    public HostKeyCheck(HostOptions options, KnownHosts known, Questions questions) {
        this.options = options;
        this.known = known;
        this.questions = questions;
        options.paths("UserKnownHostsFile", USER_FILES).forEach(path -> files.add(Path.of(path)));
        options.paths("GlobalKnownHostsFile", GLOBAL_FILES)
                .forEach(path -> files.add(Path.of(path)));
    }

    /** Why the host was turned down, in one sentence. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Whether a password may be given: not when a changed key was let pass. */
    public boolean trusted() {
        return trusted;
    }

    /** The name that lines are about: an alias stands for itself, else the port belongs to it. */
    private String name() {
        return options.text("HostKeyAlias").orElseGet(() -> withPort(options.hostname()));
    }

    private String withPort(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return options.port() == 22 ? lower : "[" + lower + "]:" + options.port();
    }

    /** Looked for twice for each connection: before keys are exchanged, and to verify. */
    private List<KnownHost> lines() {
        if (found.isEmpty()) {
            found = find();
        }
        return found;
    }

    private List<KnownHost> find() {
        var exact = known.about(files, name());
        if (options.text("HostKeyAlias").isPresent() || options.port() == 22) {
            return exact;
        }
        var lines = new ArrayList<>(exact);
        if (exact.isEmpty()) {
            lines.addAll(known.about(files, options.hostname().toLowerCase(Locale.ROOT)));
        }
        return lines;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return lines().stream()
                .filter(line -> line.marker() != KnownHost.Marker.REVOKED)
                .flatMap(line -> HostKeyNames.of(line).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey shown) {
        var key = HostKey.of(shown);
        var lines = lines();
        var revoked = find(lines, KnownHost.Marker.REVOKED, key.blob());
        if (revoked.isPresent()) {
            return refuse(
                    "the %s host key of %s is marked as revoked at %s; the host must be given a new key."
                                    .formatted(key.kind(), name(), revoked.get().place())
                            + " Host key verification failed.");
        }
        var vouched =
                key.authority()
                        .flatMap(authority -> find(lines, KnownHost.Marker.AUTHORITY, authority));
        if (vouched.isPresent() || find(lines, KnownHost.Marker.NONE, key.blob()).isPresent()) {
            return true;
        }
        var other =
                lines.stream()
                        .filter(line -> line.marker() == KnownHost.Marker.NONE)
                        .filter(line -> line.type().equals(key.type()))
                        .filter(line -> !fallback(line))
                        .findFirst();
        return other.isPresent() ? changed(key, other.get()) : unknown(key);
    }

    /** A line about the name without the port says nothing against the host. */
    private boolean fallback(KnownHost line) {
        return !line.isAbout(name());
    }

    private static Optional<KnownHost> find(
            List<KnownHost> lines, KnownHost.Marker marker, byte[] key) {
        return lines.stream()
                .filter(line -> line.marker() == marker && Arrays.equals(line.key(), key))
                .findFirst();
    }

    private boolean changed(HostKey key, KnownHost line) {
        if (policy().equals("no")) {
            trusted = false;
            return true;
        }
        return refuse(
                "the host key of %s changed: it shows the %s key %s but %s has %s; if the host was"
                                .formatted(
                                        name(),
                                        key.kind(),
                                        key.fingerprint(),
                                        line.place(),
                                        HostKey.fingerprint(line.key()))
                        + " really set up anew, remove that line (ssh-keygen -R '"
                        + name()
                        + "'). Host key verification failed.");
    }

    private boolean unknown(HostKey key) {
        var accepted =
                switch (policy()) {
                    case "no", "accept-new" -> true;
                    case "ask" -> asked(key);
                    default -> false;
                };
        if (!accepted) {
            return refuse(
                    "the %s host key of %s (%s) is not known; add it to %s (ssh-keyscan) or set"
                                    .formatted(key.kind(), name(), key.fingerprint(), firstFile())
                            + " ansible_host_key_checking to false. Host key verification failed.");
        }
        options.paths("UserKnownHostsFile", USER_FILES).stream()
                .findFirst()
                .ifPresent(file ->
                        known.add(
                                Path.of(file), name(), key, options.flag("HashKnownHosts", false)));
        return true;
    }

    private boolean asked(HostKey key) {
        var answer =
                questions.ask(
                        "The authenticity of host '%s' can't be established.\n%s key fingerprint is %s.\n"
                                        .formatted(name(), key.kind(), key.fingerprint())
                                + "Are you sure you want to continue connecting (yes/no)? ",
                        true);
        return answer.map(text -> text.strip().equalsIgnoreCase("yes")).orElse(false);
    }

    private String firstFile() {
        return files.isEmpty() ? "a file of known hosts" : files.getFirst().toString();
    }

    private String policy() {
        var written = options.text("StrictHostKeyChecking").orElse("ask").toLowerCase(Locale.ROOT);
        return switch (written) {
            case "true" -> "yes";
            case "false", "off" -> "no";
            default -> written;
        };
    }

    private boolean refuse(String why) {
        refusal = Optional.of(why);
        return false;
    }
}
