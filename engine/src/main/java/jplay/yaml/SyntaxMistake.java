package jplay.yaml;

import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
            default -> error(Location.of(source), "not valid YAML: " + exception.getMessage());
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
        var found = character(place);
        if (problem.contains("cannot start any token")) {
            return found.equals("\t")
                    ? some(place, "a tab in the indentation, want spaces")
                    : some(place, "a text that begins with '" + found + "' must be quoted");
        }
        if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
            return some(contextPlace, "the quote opened here is never closed");
        }
        if (problem.contains("unknown escape character")) {
            return some(place, unknownEscape(found));
        }
        if (context.contains("scanning an alias") || context.contains("scanning an anchor")) {
            return some(
                    contextPlace,
                    "a text that begins with '" + character(contextPlace) + "' must be quoted");
        }
        if (context.contains("block scalar")) {
            return some(
                    place,
                    "unexpected '"
                            + found
                            + "' behind '|' or '>'; the text begins on the next line");
        }
        return problem.startsWith("could not find expected ':'")
                ? Optional.of(missingColon(contextPlace.line()))
                : Optional.empty();
    }

    private static String unknownEscape(String character) {
        return "unknown escape '\\"
                + character
                + "' in double quotes; write the backslash twice or use single quotes";
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
                    "missing ',' or '"
                            + closing
                            + "' after the '"
                            + bracket
                            + "' at line "
                            + context.line());
        }
        if (problem.startsWith("expected <block end>")) {
            return unexpectedToken(problem, context, place);
        }
        var match = NOT_FOUND.matcher(problem);
        var unexpected = match.matches() && !match.group(1).startsWith("<");
        return error(place, unexpected ? "unexpected '" + match.group(1) + "'" : problem);
    }

    private Diagnostic unexpectedColon(Location place) {
        var line = line(place.line());
        var before = line.substring(0, Math.min(line.length(), place.column() - 1));
        if (before.contains(": ")) {
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
        if (problem.endsWith("'<scalar>'")) {
            return error(
                    place,
                    "unexpected text after the closing quote or bracket; quote the value as a whole");
        }
        var found = character(place);
        if (found.equals("]") || found.equals("}")) {
            return error(place, "unexpected '" + found + "'");
        }
        var indented =
                problem.endsWith("'<block mapping start>'") || place.column() != context.column();
        if (indented) {
            return error(
                    place,
                    "wrong indentation: does not line up with column "
                            + context.column()
                            + " of line "
                            + context.line());
        }
        return problem.endsWith("'-'")
                ? error(
                        place,
                        "unexpected list item in the mapping that begins at line " + context.line())
                : error(place, "missing '- ' in the list that begins at line " + context.line());
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
