package jplay.template.lookup;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * What a password file holds, so that the hash of a password is the same in every run.
 *
 * @param salt empty when the password was never hashed
 * @param ident the kind of bcrypt; empty for other hashes
 */
record Kept(String password, String salt, String ident) {
    private static final Pattern FORM =
            Pattern.compile("(.*?)(?: salt=(\\S*?))?(?: ident=(\\S+))?", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("\\s+$");
    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./";

    static Kept of(String password) {
        return new Kept(password, "", "");
    }

    static Kept parse(String content) {
        var match = FORM.matcher(END.matcher(content).replaceFirst(""));
        if (!match.matches()) {
            throw new IllegalStateException(content);
        }
        return new Kept(match.group(1), orEmpty(match.group(2)), orEmpty(match.group(3)));
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** The same with what the scheme needs. */
    Kept salted(String scheme, String wantedIdent) {
        var bcrypt = scheme.equals("bcrypt") || scheme.equals("blowfish");
        if (!ident.isEmpty() && !wantedIdent.isEmpty() && !ident.equals(wantedIdent)) {
            throw PythonError.value(
                    "The ident parameter provided (%s) does not match the stored one (%s)."
                            .formatted(ident, wantedIdent));
        }
        var size = bcrypt ? 22 : scheme.startsWith("md5") ? 8 : 16;
        var chosen = ident.isEmpty() ? wantedIdent : ident;
        return new Kept(
                password,
                salt.isEmpty() ? random(size) : salt,
                bcrypt && chosen.isEmpty() ? "2b" : chosen);
    }

    private static String random(int size) {
        return new SecureRandom()
                .ints(size, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    String text() {
        return password
                + (salt.isEmpty() ? "" : " salt=" + salt)
                + (ident.isEmpty() ? "" : " ident=" + ident);
    }

    @Override
    public String toString() {
        return "********";
    }
}
