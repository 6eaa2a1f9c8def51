package jplay.modules.system.accounts;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Hashes of passwords as {@code /etc/shadow} has them. */
final class Hash {
    /** What is said of a password that seems to be none. */
    static final String WARNING =
            "The input password appears not to have been hashed. The 'password' argument must be encrypted for this module to work properly.";

    /** Texts that no password has as its hash: nobody gets in by one. */
    private static final List<String> CLOSED = List.of("", "*", "!", "*************");

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9./=]*");

    /** Lengths of the last part, by the kind of hash. */
    private static final Map<String, Integer> LENGTHS = Map.of("1", 22, "5", 43, "6", 86);

    private Hash() {}

    /** Whether it seems to be a password that was not hashed. */
    static boolean doubtful(String text) {
        if (CLOSED.contains(text)) {
            return false;
        }
        var parts = List.of(text.split("\\$", -1));
        if (parts.size() < 3 || text.matches("(?s).*[:*!].*")) {
            return true;
        }
        var last = parts.getLast();
        return !CHARACTERS.matcher(last).matches()
                || LENGTHS.getOrDefault(parts.get(1), last.length()) != last.length();
    }
}
