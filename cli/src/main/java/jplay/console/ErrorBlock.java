package jplay.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;

/**
 * The explanation above a failed result: all causes joined, then each with its origin and source
 * lines.
 */
final class ErrorBlock {
    private final SourceLines sources = new SourceLines();

    /** The text, from {@code [ERROR]:} to the empty line behind the last excerpt. */
    String of(List<Diagnostic> causes) {
        var joined =
                causes.stream()
                        .map(cause ->
                                isLast(cause, causes)
                                        ? cause.message()
                                        : cause.message().replaceAll("\\.$", ""))
                        .collect(Collectors.joining(": "));
        var blocks = new ArrayList<String>();
        for (var cause : causes) {
            var first = blocks.isEmpty() && causes.size() == 1;
            blocks.add(
                    (first ? "" : cause.message() + (isLast(cause, causes) ? "" : ".") + "\n")
                            + origin(cause));
        }
        var separator = causes.size() == 1 ? "\n" : "\n\n";
        return "[ERROR]: " + joined + separator + String.join("\n<<< caused by >>>\n\n", blocks);
    }

    private static boolean isLast(Diagnostic cause, List<Diagnostic> causes) {
        return cause == causes.getLast();
    }

    private String origin(Diagnostic cause) {
        var location = cause.location();
        if (location.line() == 0) {
            return "";
        }
        var width = String.valueOf(location.line()).length();
        var excerpt = new ArrayList<String>();
        for (var number = Math.max(1, location.line() - 2); number <= location.line(); number++) {
            numbered(location.source(), number, width).ifPresent(excerpt::add);
        }
        if (excerpt.isEmpty()) {
            return "Origin: " + whole(location) + "\n";
        }
        var caret = " ".repeat(width + location.column()) + "^ column " + location.column();
        return "Origin: "
                + whole(location)
                + "\n\n"
                + String.join("\n", excerpt)
                + "\n"
                + caret
                + "\n"
                + beyond(cause);
    }

    /** The way to the place and what may have been meant. */
    private static String beyond(Diagnostic cause) {
        var lines = Stream.concat(cause.trail().stream(), cause.hint().stream()).toList();
        return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
    }

    /** The location with the whole path of a file. */
    static Location whole(Location location) {
        if (location.source().startsWith("<")) {
            return location;
        }
        var path = Path.of(location.source()).toAbsolutePath().normalize();
        return new Location(path.toString(), location.line(), location.column());
    }

    private Optional<String> numbered(String source, int number, int width) {
        return sources.line(source, number)
                .map(line -> ("%" + width + "d %s").formatted(number, line).stripTrailing());
    }
}
