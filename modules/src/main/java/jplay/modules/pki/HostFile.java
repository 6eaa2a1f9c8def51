package jplay.modules.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Command;
import jplay.module.Remote;
import jplay.module.Script;
import jplay.module.TaskFailure;

/**
 * A file of a host as it was seen.
 *
 * @param permissions as {@code ls} writes them, without the letter of the type; empty when there is
 *     no such file
 * @param text its content, or the public half when it is a private key of another machine
 */
record HostFile(String path, String permissions, String owner, String group, String text) {
    /** The shell functions of this package. */
    static final Script SCRIPT = Script.beside(HostFile.class, "pki");

    /**
     * What one look at a host gave.
     *
     * @param openssl whether the host has the tool
     * @param files in the order they were asked for
     */
    record Sight(boolean openssl, List<HostFile> files) {
        Sight {
            files = List.copyOf(files);
        }
    }

    /** Looks at files in one round trip; of {@code privateKey} only the public half is read. */
    static Sight see(Remote remote, Optional<String> privateKey, String... paths) {
        var words = Stream.concat(Stream.of(privateKey.orElse("")), Stream.of(paths));
        var answer = remote.probe(Command.call(SCRIPT, "pki_see", words.toArray(String[]::new)));
        if (!answer.ok()) {
            throw new TaskFailure(
                    "cannot look at " + String.join(", ", paths) + ": " + answer.errorText());
        }
        return new Reading(answer.output()).sight(paths);
    }

    /** Whether it exists. */
    boolean exists() {
        return !permissions.isEmpty();
    }

    /** Takes the told files apart. */
    private static final class Reading {
        private final byte[] bytes;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        Sight sight(String... paths) {
            var openssl = line().equals("openssl yes");
            var files = new ArrayList<HostFile>();
            for (var path : paths) {
                files.add(file(path, line().split(" ")));
            }
            return new Sight(openssl, files);
        }

        private HostFile file(String path, String... words) {
            if (words.length < 5) {
                return new HostFile(path, "", "", "", "");
            }
            var length = Integer.parseInt(words[1]);
            var text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return new HostFile(path, words[2].substring(1, 10), words[3], words[4], text);
        }

        private String line() {
            var start = at;
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
        }
    }
}
