package jplay.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of Python's, as one of Java's. */
public final class PythonRegex {
    private final Pattern pattern;
    private final Map<String, String> groups;

    private PythonRegex(Pattern pattern, Map<String, String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /** How an expression is meant. */
    public enum Flag {
        IGNORE_CASE(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        MULTILINE(Pattern.MULTILINE),
        /** The dot matches line ends too. */
        DOTALL(Pattern.DOTALL),
        /** Python's expression over bytes: only ASCII has letters and digits. */
        BYTES(0);

        private final int java;

        Flag(int java) {
            this.java = java;
        }
    }

    /** An expression or a replacement that is wrong; the message is Python's. */
    public static final class Mistake extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message);
        }
    }

    /**
     * Compiles an expression.
     *
     * @throws Mistake when it is wrong
     */
    public static PythonRegex compile(String expression, Set<Flag> flags) {
        var translation = new Translation(expression);
        var bits = Pattern.UNIX_LINES;
        for (var flag : flags) {
            bits |= flag.java;
        }
        if (!flags.contains(Flag.BYTES)) {
            bits |= Pattern.UNICODE_CHARACTER_CLASS;
        }
        try {
            return new PythonRegex(
                    Pattern.compile(translation.translate(), bits), translation.groups);
        } catch (PatternSyntaxException e) {
            throw new Mistake(
                    "%s at position %d in regular expression '%s'"
                            .formatted(e.getDescription(), e.getIndex(), expression));
        }
    }

    /** A matcher over a text. */
    public Matcher matcher(String text) {
        return pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
    }

    /** How many groups there are. */
    public int groupCount() {
        return pattern.matcher("").groupCount();
    }

    /** What a group matched, by number or name; empty text when it took no part. */
    public String group(Matcher match, String group) {
        var isNumber = group.chars().allMatch(Character::isDigit);
        try {
            var text =
                    isNumber
                            ? match.group(Integer.parseInt(group))
                            : match.group(groups.getOrDefault(group, group));
            return text == null ? "" : text;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Mistake(
                    isNumber
                            ? "invalid group reference " + group
                            : "unknown group name '" + group + "'");
        }
    }

    /** Where a named group begins and ends. */
    public int[] span(Matcher match, String group) {
        var name = groups.getOrDefault(group, group);
        return new int[] {match.start(name), match.end(name)};
    }

    /** The text a replacement stands for at a match. */
    public String expand(Matcher match, String replacement) {
        var out = new StringBuilder();
        for (var at = 0; at < replacement.length(); ) {
            var c = replacement.charAt(at);
            if (c != '\\' || at + 1 == replacement.length()) {
                out.append(c);
                at++;
            } else {
                at = escape(match, replacement, at + 1, out);
            }
        }
        return out.toString();
    }

    private int escape(Matcher match, String replacement, int at, StringBuilder out) {
        var c = replacement.charAt(at);
        if (Character.isDigit(c) && c != '0') {
            var two =
                    at + 1 < replacement.length() && Character.isDigit(replacement.charAt(at + 1));
            var end = at + (two ? 2 : 1);
            out.append(group(match, replacement.substring(at, end)));
            return end;
        }
        if (c == 'g' && replacement.startsWith("<", at + 1)) {
            var end = replacement.indexOf('>', at);
            if (end < 0) {
                throw new Mistake("missing >, unterminated name");
            }
            out.append(group(match, replacement.substring(at + 2, end)));
            return end + 1;
        }
        var simple = "nrtabfv0\\".indexOf(c);
        if (simple < 0 && Character.isLetter(c)) {
            throw new Mistake("bad escape \\" + c);
        }
        out.append(
                simple < 0 ? "\\" + c : "\n\r\t\u0007\b\f\u000b\0\\".substring(simple, simple + 1));
        return at + 1;
    }

    /** Walks over an expression and writes it in Java's syntax. */
    private static final class Translation {
        private final String source;
        private final StringBuilder out = new StringBuilder();
        private final Map<String, String> groups = new HashMap<>();
        private int at;
        private boolean inClass;

        private Translation(String source) {
            this.source = source;
        }

        private String translate() {
            while (at < source.length()) {
                if (source.charAt(at) == '\\') {
                    escape();
                } else if (inClass) {
                    insideClass();
                } else {
                    outside();
                }
            }
            return out.toString();
        }

        private boolean startsWith(String text) {
            return source.startsWith(text, at);
        }

        private void replace(String from, String by) {
            out.append(by);
            at += from.length();
        }

        private void escape() {
            if (startsWith("\\Z")) {
                replace("\\Z", "\\z");
            } else {
                if (at + 1 == source.length()) {
                    throw new Mistake("bad escape (end of pattern)");
                }
                out.append(source, at, at + 2);
                at += 2;
            }
        }

        private void insideClass() {
            if (startsWith("[") || startsWith("&&")) {
                out.append('\\');
            }
            inClass = !startsWith("]");
            out.append(source.charAt(at++));
        }

        private void outside() {
            if (startsWith("[")) {
                openClass();
            } else if (startsWith("(?P<")) {
                var name = name("(?P<", '>');
                replace("(?P<" + name + ">", "(?<" + groupName(name) + ">");
            } else if (startsWith("(?P=")) {
                var name = name("(?P=", ')');
                replace("(?P=" + name + ")", "\\k<" + groupName(name) + ">");
            } else if (startsWith("{") && !isQuantifier()) {
                replace("{", "\\{");
            } else if (startsWith("{,")) {
                replace("{,", "{0,");
            } else {
                out.append(source.charAt(at++));
            }
        }

        private void openClass() {
            inClass = true;
            replace("[", "[");
            if (startsWith("^")) {
                replace("^", "^");
            }
            if (startsWith("]")) {
                replace("]", "\\]");
            }
        }

        private String name(String before, char end) {
            var close = source.indexOf(end, at);
            if (close < 0) {
                throw new Mistake("missing " + end + ", unterminated name");
            }
            return source.substring(at + before.length(), close);
        }

        /** Java's names have letters and digits only. */
        private String groupName(String name) {
            return groups.computeIfAbsent(
                    name, _ -> "g" + groups.size() + name.replaceAll("\\W|_", ""));
        }

        private boolean isQuantifier() {
            return source.substring(at).matches("(?s)\\{(\\d+(,\\d*)?|,\\d+)\\}.*");
        }
    }
}
