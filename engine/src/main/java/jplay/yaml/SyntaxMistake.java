package jplay.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns what the parser says into one sentence about what the user did, at the place where it was
 * done.
 */
final class SyntaxMistake {
    /** What to say about {@code key: {{ name }}}. */
    static final String QUOTE_TEMPLATE =
            "a value that begins with '{{' must be quoted, such as \"{{ name }}\"";

    private static final Pattern BARE_TEMPLATE = Pattern.compile("(?:^\\s*|[:-]\\s+)(\\{\\{)");
    private static final Pattern GLUED_KEY =
            Pattern.compile("^\\s*(?:- +)*([A-Za-z_][\\w.]*:[^\\s:/].*)$");
    private static final Pattern NOT_FOUND = Pattern.compile(".*but (?:found|got) '?(.+?)'?$");

    private final List<String> lines;
    private final String source;

    SyntaxMistake(String text, String source) {
        this.lines = text.lines().toList();
        this.source = source;
    }

    /** The mistake behind an exception of the parser. */
    Diagnostic diagnostic(YamlEngineException exception) {
        return switch (exception) {
            case MarkedYamlEngineException marked -> marked(marked);
            case ReaderException reader -> character(reader);
            default -> error(Location.of(source), "not valid YAML");
        };
    }

    private Diagnostic marked(MarkedYamlEngineException exception) {
        var problem = Composer.place(source, exception.getProblemMark());
        var context =
                exception.getContextMark().isPresent()
                        ? Composer.place(source, exception.getContextMark())
                        : problem;
        return known(context, problem)
                .or(() ->
                        scanned(
                                String.valueOf(exception.getContext()),
                                exception.getProblem(),
                                context,
                                problem))
                .orElseGet(() -> parsed(exception.getProblem(), context, problem));
    }

    /** Frequent mistakes, which the parser notices only later. */
    private Optional<Diagnostic> known(Location context, Location problem) {
        for (var number = Math.max(1, context.line()); number <= problem.line(); number++) {
            var template = BARE_TEMPLATE.matcher(line(number));
            if (template.find()) {
                var place = new Location(source, number, template.start(1) + 1);
                return Optional.of(Diagnostic.error(place, 2, QUOTE_TEMPLATE));
            }
        }
        var glued = GLUED_KEY.matcher(line(context.line()));
        if (context.line() < problem.line() && glued.matches()) {
            var place = new Location(source, context.line(), glued.start(1) + 1);
            var written = glued.group(1).strip();
            var message = "missing space after ':' in '" + written + "'";
            return Optional.of(Diagnostic.error(place, written.length(), message));
        }
        return Optional.empty();
    }

    /** What the scanner stumbles over: characters. */
    private Optional<Diagnostic> scanned(
            String context, String problem, Location contextPlace, Location place) {
        if (problem.contains("(TAB)")) {
            return some(place, "a tab in the indentation, want spaces");
        }
        if (problem.contains("cannot start any token")) {
            return some(place, mustBeQuoted(place));
        }
        if (context.contains("scanning an alias") || context.contains("scanning an anchor")) {
            return some(contextPlace, mustBeQuoted(contextPlace));
        }
        if (context.contains("quoted scalar")) {
            return quoted(problem, contextPlace, place);
        }
        if (context.contains("block scalar")) {
            var hint = "' behind '|' or '>'; the text begins on the next line";
            return some(place, "unexpected '" + character(place) + hint);
        }
        return problem.startsWith("could not find expected ':'")
                ? Optional.of(missingColon(contextPlace.line()))
                : Optional.empty();
    }

    private String mustBeQuoted(Location place) {
        return "a text that begins with '" + character(place) + "' must be quoted";
    }

    private Optional<Diagnostic> quoted(String problem, Location opening, Location place) {
        if (problem.contains("unexpected end of stream")) {
            return some(opening, "the quote opened here is never closed");
        }
        if (problem.startsWith("expected escape sequence")) {
            return some(place, "wrong escape in double quotes, want hexadecimal digits");
        }
        var hint = "' in double quotes; write the backslash twice or use single quotes";
        return problem.contains("unknown escape character")
                ? some(place, "unknown escape '\\" + character(place) + hint)
                : Optional.empty();
    }

    /** What the parser stumbles over: structure. */
    private Diagnostic parsed(String problem, Location context, Location place) {
        if (problem.startsWith("mapping values are not allowed")) {
            return unexpectedColon(place);
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return error(
                    place, "a list cannot begin on the line of its key; begin it on the next line");
        }
        if (problem.startsWith("expected ','")) {
            var bracket = character(context);
            var closing = bracket.equals("[") ? "]" : "}";
            return error(
                    place,
                    "missing ',' or '%s' after the '%s' at line %d"
                            .formatted(closing, bracket, context.line()));
        }
        return problem.startsWith("expected <block end>")
                ? unexpectedToken(problem, context, place)
                : error(place, other(problem));
    }

    private static String other(String problem) {
        if (problem.startsWith("nested")) {
            return problem;
        }
        if (problem.startsWith("expected '<document ")) {
            return "does not belong to what stands above, look at the indentation there";
        }
        if (problem.endsWith("'<stream end>'")) {
            return "the text ends too early, something is not closed";
        }
        var match = NOT_FOUND.matcher(problem);
        return match.matches() && !match.group(1).startsWith("<")
                ? "unexpected '" + match.group(1) + "'"
                : "not valid YAML here";
    }

    private Diagnostic unexpectedColon(Location place) {
        var line = line(place.line());
        if (before(place).contains(": ")) {
            return error(place, "a value that holds ': ' must be quoted");
        }
        var above = Math.max(1, place.line() - 1);
        while (above > 1 && line(above).isBlank()) {
            above--;
        }
        if (above < place.line() && !line(above).contains(":")) {
            return missingColon(above);
        }
        var start = line.length() - line.stripLeading().length() + 1;
        return error(
                new Location(source, place.line(), start),
                "wrong indentation: deeper than line " + above + ", which has its value already");
    }

    private Diagnostic missingColon(int number) {
        var line = line(number);
        var written = line.strip().replaceFirst("^(?:- +)+", "");
        var place = new Location(source, number, line.indexOf(written) + 1);
        return Diagnostic.error(
                place, Math.max(1, written.length()), "missing ':' in '" + written + "'");
    }

    private Diagnostic unexpectedToken(String problem, Location context, Location place) {
        var found = character(place);
        if (found.equals("]") || found.equals("}")) {
            return error(place, "unexpected '" + found + "'");
        }
        if (before(place).matches(".*[\"'\\]}]\\s*")) {
            var hint = "; quote the value as a whole";
            return error(place, "unexpected text after the closing quote or bracket" + hint);
        }
        var key = problem.endsWith("'?'") && place.column() == context.column();
        var item = problem.endsWith("'-'") && place.column() == context.column();
        if (key) {
            var wanted = "want '- ' or deeper indentation: the list begins at line ";
            return error(place, wanted + context.line());
        }
        return item
                ? error(
                        place,
                        "unexpected list item in the mapping that begins at line " + context.line())
                : error(
                        place,
                        "wrong indentation: does not line up with column %d of line %d"
                                .formatted(context.column(), context.line()));
    }

    private Diagnostic character(ReaderException exception) {
        var message = "the character U+%04X is not allowed".formatted(exception.getCodePoint());
        var wanted = Character.toString(exception.getCodePoint());
        for (var number = 1; number <= lines.size(); number++) {
            var column = line(number).indexOf(wanted);
            if (column >= 0) {
                return error(new Location(source, number, column + 1), message);
            }
        }
        return error(Location.of(source), message);
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private String before(Location place) {
        var line = line(place.line());
        return line.substring(0, Math.min(line.length(), Math.max(0, place.column() - 1)));
    }

    private String character(Location place) {
        var line = line(place.line());
        return place.column() <= line.length()
                ? line.substring(place.column() - 1, place.column())
                : "";
    }

    private static Optional<Diagnostic> some(Location place, String message) {
        return Optional.of(error(place, message));
    }

    private static Diagnostic error(Location place, String message) {
        return Diagnostic.error(place, 1, message);
    }
}
