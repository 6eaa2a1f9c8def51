package jplay.connection.ssh.config;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code %h} and its like, {@code ~} and <code>${VARIABLES}</code> in what options say.
 */
public final class Tokens {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<Character, String> values = new HashMap<>();
    private final Query.LocalUser local;

    /** Those of a host as far as it is known: its name, and the user's. */
    public Tokens(Query query) {
        local = query.user();
        put('n', query.host());
        put('h', query.host());
        put('k', query.host());
        put('p', "22");
        put('r', local.name());
        put('u', local.name());
        put('i', local.number());
        put('d', local.home().toString());
        put('l', local.hostname());
        put('L', local.hostname().replaceFirst("\\..*", ""));
        put('j', "");
        put('%', "%");
    }

    /** Says what a letter stands for from now on. */
    Tokens put(char letter, String value) {
        values.put(letter, value);
        return this;
    }

    /** A text with letters behind {@code %} replaced; unknown ones stay. */
    public String replaced(String text) {
        var result = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var known = c == '%' && i + 1 < text.length() && values.containsKey(text.charAt(i + 1));
            result.append(known ? values.get(text.charAt(++i)) : String.valueOf(c));
        }
        return result.toString();
    }

    /** A path: its variables and home folder replaced as well. */
    public String path(String text) {
        var variables = VARIABLE.matcher(text);
        var known =
                variables.replaceAll(found ->
                        Matcher.quoteReplacement(
                                local.environment().getOrDefault(found.group(1), found.group())));
        var absolute =
                known.equals("~") || known.startsWith("~/")
                        ? local.home() + known.substring(1)
                        : known;
        return replaced(absolute);
    }
}
