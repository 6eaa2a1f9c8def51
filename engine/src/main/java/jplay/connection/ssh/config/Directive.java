package jplay.connection.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a configuration file, or one {@code -o}.
 *
 * @param keyword in lower case
 * @param arguments its words
 */
record Directive(String keyword, List<String> arguments) {
    /** Their argument is a command line, to the end of the line as it is. */
    private static final Set<String> COMMANDS =
            Set.of("proxycommand", "localcommand", "remotecommand", "knownhostscommand");

    Directive {
        arguments = List.copyOf(arguments);
    }

    /** Reads a line; nothing when it is empty or a comment. */
    static Optional<Directive> parse(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        var end = 0;
        while (end < text.length() && !isSeparator(text.charAt(end))) {
            end++;
        }
        var keyword = text.substring(0, end).toLowerCase(Locale.ROOT);
        var rest = text.substring(end).strip();
        if (rest.startsWith("=")) {
            rest = rest.substring(1).strip();
        }
        return Optional.of(
                new Directive(keyword, COMMANDS.contains(keyword) ? List.of(rest) : words(rest)));
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == '=';
    }

    /**
     * Words in single or double quotes may hold blanks; a word that begins with # ends the line.
     */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < text.length() && text.charAt(at) != '#') {
            var word = new StringBuilder();
            at = word(text, at, word);
            words.add(word.toString());
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return words;
    }

    private static int word(String text, int start, StringBuilder word) {
        var quote = '\0';
        var at = start;
        while (at < text.length() && (quote != '\0' || !Character.isWhitespace(text.charAt(at)))) {
            var c = text.charAt(at++);
            if (c == quote) {
                quote = '\0';
            } else if (quote == '\0' && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && at < text.length() && "\"'\\ ".indexOf(text.charAt(at)) >= 0) {
                word.append(text.charAt(at++));
            } else {
                word.append(c);
            }
        }
        return at;
    }
}
