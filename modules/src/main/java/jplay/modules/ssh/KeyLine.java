package jplay.modules.ssh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key of a file of authorized keys.
 *
 * @param options what the key may do, as written; may be empty
 * @param body the key itself
 */
record KeyLine(String options, String kind, String body, String comment) {
    private static final Set<String> KINDS =
            Set.of(
                    "sk-ecdsa-sha2-nistp256@openssh.com",
                    "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
                    "webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp256-cert-v01@openssh.com",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp384-cert-v01@openssh.com",
                    "ecdsa-sha2-nistp521",
                    "ecdsa-sha2-nistp521-cert-v01@openssh.com",
                    "sk-ssh-ed25519@openssh.com",
                    "sk-ssh-ed25519-cert-v01@openssh.com",
                    "ssh-ed25519",
                    "ssh-ed25519-cert-v01@openssh.com",
                    "ssh-dss",
                    "ssh-rsa",
                    "ssh-xmss@openssh.com",
                    "ssh-xmss-cert-v01@openssh.com",
                    "rsa-sha2-256",
                    "rsa-sha2-512",
                    "ssh-rsa-cert-v01@openssh.com",
                    "rsa-sha2-256-cert-v01@openssh.com",
                    "rsa-sha2-512-cert-v01@openssh.com",
                    "ssh-dss-cert-v01@openssh.com");

    /** A word: white space in quotes is part of it. */
    private static final Pattern WORD =
            Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|[^\\s\"]|\")+");

    private static final Pattern OPTION =
            Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|[^,\"]|\")+");

    /** Reads a line; none when it holds no key. */
    static Optional<KeyLine> of(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        var match = WORD.matcher(text);
        while (match.find()) {
            words.add(match.group());
        }
        var at = KINDS.contains(words.getFirst()) ? 0 : 1;
        if (words.size() < at + 2 || !KINDS.contains(words.get(at))) {
            return Optional.empty();
        }
        return Optional.of(
                new KeyLine(
                        at == 1 ? words.getFirst() : "",
                        words.get(at),
                        words.get(at + 1),
                        String.join(" ", words.subList(at + 2, words.size()))));
    }

    /** The same with other options. */
    KeyLine options(String others) {
        return new KeyLine(others, kind, body, comment);
    }

    /** The same with another comment. */
    KeyLine comment(String other) {
        return new KeyLine(options, kind, body, other);
    }

    /** Whether it is the same key with the same options, in whatever order, and comment. */
    boolean same(KeyLine other) {
        return kind.equals(other.kind)
                && body.equals(other.body)
                && comment.equals(other.comment)
                && parts().equals(other.parts());
    }

    private Set<String> parts() {
        var parts = new HashSet<String>();
        var match = OPTION.matcher(options);
        while (match.find()) {
            parts.add(match.group().strip());
        }
        return parts;
    }

    /** The line. */
    String text() {
        return (options.isEmpty() ? "" : options + " ") + kind + " " + body + " " + comment + "\n";
    }

    /** The keys of a text; nothing but comments may stand beside them. */
    static List<KeyLine> all(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line ->
                        of(line).orElseThrow(() ->
                                new jplay.module.TaskFailure("invalid key specified: " + line)))
                .toList();
    }
}
