package jplay.connection.ssh.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jplay.connection.Questions;
import jplay.connection.ssh.config.HostOptions;
import jplay.connection.ssh.config.Ownership;
import jplay.connection.ssh.config.Query;

/** The keys of a run: each file is read once, each passphrase asked for once. Thread-safe. */
public final class KeyRing {
    private static final List<String> USUAL =
            List.of("~/.ssh/id_rsa", "~/.ssh/id_ecdsa", "~/.ssh/id_ed25519", "~/.ssh/id_dsa");

    private final Questions questions;
    private final Ed25519Signatures signatures;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<Path, List<Identity>> agents = new ConcurrentHashMap<>();
    private final Map<Path, Optional<byte[]>> publicKeys = new ConcurrentHashMap<>();

    /** A key, or why there is none. */
    private record Loaded(Optional<Identity> identity, String problem) {}

    /** The keys for one host, and what could not be used. */
    record Keys(List<Identity> identities, List<String> problems) {}

    public KeyRing(Questions questions, Ed25519Signatures signatures) {
        this.questions = questions;
        this.signatures = signatures;
    }

    /** The keys to offer to a host, in OpenSSH's order. */
    Keys keys(HostOptions options, Credentials credentials) {
        var files = new ArrayList<Identity>();
        var problems = new ArrayList<String>();
        credentials
                .key()
                .ifPresent(key ->
                        add(files, problems, inline(new KeyText(key.reveal()), credentials)));
        var named = !options.list("IdentityFile").isEmpty();
        options.paths("IdentityFile", credentials.key().isEmpty() ? USUAL : List.of()).stream()
                .map(Path::of)
                .filter(path -> named || Files.exists(path))
                .forEach(
                        path -> add(files, problems, file(path, credentials, options.localUser())));
        return new Keys(certified(ordered(files, options), options), problems);
    }

    private static void add(List<Identity> files, List<String> problems, Loaded key) {
        key.identity().ifPresentOrElse(files::add, () -> problems.add(key.problem()));
    }

    /** Keys of files that an agent has, other keys of the agent, other files. */
    private List<Identity> ordered(List<Identity> files, HostOptions options) {
        var held = agent(options).map(this::held).orElse(List.of());
        var all = new ArrayList<Identity>();
        for (var file : files) {
            held.stream()
                    .filter(key -> Arrays.equals(key.blob(), file.blob()))
                    .findFirst()
                    .ifPresent(all::add);
        }
        if (!options.flag("IdentitiesOnly", false)) {
            held.stream().filter(key -> !contains(all, key)).forEach(all::add);
        }
        files.stream().filter(key -> !contains(all, key)).forEach(all::add);
        return all;
    }

    private static boolean contains(List<Identity> keys, Identity wanted) {
        return keys.stream().anyMatch(key -> Arrays.equals(key.blob(), wanted.blob()));
    }

    private List<Identity> held(Path socket) {
        return agents.computeIfAbsent(socket, path -> new Agent(path).identities());
    }

    private static Optional<Path> agent(HostOptions options) {
        var environment = options.localUser().environment();
        var written = options.text("IdentityAgent").orElse("SSH_AUTH_SOCK");
        if (written.equals("none")) {
            return Optional.empty();
        }
        var named = written.equals("SSH_AUTH_SOCK") ? "$SSH_AUTH_SOCK" : written;
        var path =
                named.matches("\\$\\w+")
                        ? environment.getOrDefault(named.substring(1), "")
                        : options.tokens().path(named);
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }

    /** Certificates stand before the keys that they are about. */
    private List<Identity> certified(List<Identity> keys, HostOptions options) {
        var all = new ArrayList<Identity>();
        var paths = new ArrayList<>(options.paths("CertificateFile", List.of()));
        options.paths("IdentityFile", USUAL).forEach(path -> paths.add(path + "-cert.pub"));
        for (var path : paths) {
            publicKey(Path.of(path))
                    .flatMap(blob ->
                            Certificates.keyOf(blob)
                                    .flatMap(key ->
                                            keys.stream()
                                                    .filter(each -> Arrays.equals(each.blob(), key))
                                                    .findFirst()
                                                    .map(each ->
                                                            new CertifiedIdentity(
                                                                    each, blob, path))))
                    .ifPresent(all::add);
        }
        all.addAll(keys);
        return all;
    }

    private Loaded inline(KeyText text, Credentials credentials) {
        var name = "the key in ansible_ssh_private_key";
        return loaded.computeIfAbsent(
                name + text.hashCode(), _ -> load(name, text, credentials, Optional.empty()));
    }

    private Loaded file(Path path, Credentials credentials, Query.LocalUser user) {
        var key = path + "\0" + credentials.passphrase().map(Object::hashCode).orElse(0);
        return loaded.computeIfAbsent(key, _ -> read(path, credentials, user));
    }

    private Loaded read(Path path, Credentials credentials, Query.LocalUser user) {
        try {
            var text = new KeyText(Files.readString(path, StandardCharsets.ISO_8859_1));
            var beside = publicKey(Path.of(path + ".pub"));
            return Ownership.of(path)
                    .filter(file -> file.isOf(user) && file.allows(077))
                    .map(file -> exposed(path, file, beside.or(text::publicBlob)))
                    .orElseGet(() -> load(path.toString(), text, credentials, beside));
        } catch (IOException _) {
            var why = Files.exists(path) ? "cannot be read" : "does not exist";
            return new Loaded(Optional.empty(), "key " + path + " " + why);
        }
    }

    private static Loaded exposed(Path path, Ownership file, Optional<byte[]> known) {
        var why =
                "it is not used, as others may read it (mode %04o); chmod 600 %s"
                        .formatted(file.mode(), path);
        return new Loaded(
                known.map(blob -> new ExposedIdentity(path.toString(), blob, why)),
                "key " + path + ": " + why);
    }

    private Loaded load(
            String name, KeyText text, Credentials credentials, Optional<byte[]> known) {
        try {
            if (!text.looksRight()) {
                throw new IOException("it is no private key");
            }
            KeyIdentity.Passphrase passphrase =
                    key ->
                            credentials
                                    .passphrase()
                                    .map(secret -> secret.reveal())
                                    .or(() -> ask(key));
            var source = new KeyIdentity.Source(name, text, passphrase);
            return new Loaded(Optional.of(KeyIdentity.of(source, signatures, known)), "");
        } catch (IOException e) {
            return new Loaded(Optional.empty(), "key " + name + ": " + e.getMessage());
        }
    }

    private Optional<String> ask(String name) {
        return questions.ask("Enter passphrase for key '%s': ".formatted(name), false);
    }

    /** The key in a {@code .pub} file. */
    private Optional<byte[]> publicKey(Path file) {
        return publicKeys.computeIfAbsent(file, KeyRing::readPublicKey);
    }

    private static Optional<byte[]> readPublicKey(Path file) {
        try {
            var words =
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip().split("\\s+", 3);
            return words.length < 2
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(words[1]));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
