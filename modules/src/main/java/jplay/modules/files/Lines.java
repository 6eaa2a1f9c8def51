package jplay.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines of a file while one of them is put in place or taken away.
 *
 * @param lines without their line ends
 * @param ended whether the last line had one
 */
record Lines(List<String> lines, boolean ended) {
    static Lines of(String text) {
        if (text.isEmpty()) {
            return new Lines(new ArrayList<>(), true);
        }
        var ended = text.endsWith("\n");
        var body = ended ? text.substring(0, text.length() - 1) : text;
        return new Lines(new ArrayList<>(List.of(body.split("\n", -1))), ended);
    }

    /** The text again; every line ends. */
    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + (ended ? "\n" : "");
    }

    Lines withEnd() {
        return new Lines(lines, true);
    }

    /** The last line that fits, or the first one. */
    Optional<Integer> find(Wanted wanted, boolean first) {
        var fitting =
                IntStream.range(0, lines.size()).filter(i -> wanted.fits(lines.get(i))).boxed();
        return first ? fitting.findFirst() : fitting.reduce((_, later) -> later);
    }

    /** How a line is recognized. */
    record Wanted(Optional<Pattern> pattern, Optional<String> part, Optional<String> whole) {
        boolean fits(String line) {
            if (pattern.isPresent()) {
                return pattern.get().matcher(line).find();
            }
            return part.isPresent()
                    ? line.contains(part.get())
                    : whole.filter(line.stripTrailing()::equals).isPresent()
                            || whole.filter(line::equals).isPresent();
        }

        Optional<MatchResult> match(String line) {
            return pattern.map(each -> each.matcher(line))
                    .filter(java.util.regex.Matcher::find)
                    .map(java.util.regex.Matcher::toMatchResult);
        }
    }

    /** Python's {@code \1} and {@code \g<name>} in a text, replaced by what was matched. */
    static String expanded(String template, MatchResult match) {
        var text = new StringBuilder();
        var at = 0;
        while (at < template.length()) {
            var c = template.charAt(at);
            if (c == '\\' && at + 1 < template.length()) {
                at = escape(template, at + 1, match, text) + 1;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static int escape(String template, int at, MatchResult match, StringBuilder text) {
        var c = template.charAt(at);
        if (c >= '1' && c <= '9' && c - '0' <= match.groupCount()) {
            text.append(Optional.ofNullable(match.group(c - '0')).orElse(""));
            return at;
        }
        var end =
                c == 'g' && at + 1 < template.length() && template.charAt(at + 1) == '<'
                        ? template.indexOf('>', at)
                        : -1;
        if (end > 0) {
            var name = template.substring(at + 2, end);
            var group =
                    name.matches("\\d+") ? match.group(Integer.parseInt(name)) : match.group(name);
            text.append(Optional.ofNullable(group).orElse(""));
            return end;
        }
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case '\\' -> text.append('\\');
            default -> text.append('\\').append(c);
        }
        return at;
    }

    /** Python's regular expression as Java's. */
    static Pattern pattern(String python) {
        return Pattern.compile(
                python.replace("(?P<", "(?<")
                        .replace("\\Z", "\\z")
                        .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>"));
    }
}
