package jplay.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jplay.console.Screen.Colour;
import jplay.diagnostic.Diagnostic;

/** Diagnostics for people: place, sentence, source line with carets, and the way there. */
public final class DiagnosticText {
    private final SourceLines sources = new SourceLines();

    /**
     * All of them on the error stream, mistakes last so that they are what stays in view, with a
     * closing count.
     */
    public void print(List<Diagnostic> diagnostics, Screen screen) {
        for (var diagnostic : diagnostics) {
            var lines = lines(diagnostic);
            screen.errorLine(lines.getFirst(), colour(diagnostic.severity()));
            lines.subList(1, lines.size()).forEach(line -> screen.errorLine(line, Colour.NONE));
        }
    }

    /** One diagnostic as lines. */
    public List<String> lines(Diagnostic diagnostic) {
        var lines = new ArrayList<String>();
        lines.add(
                diagnostic.severity()
                        + " "
                        + near(diagnostic.location().toString())
                        + "  "
                        + diagnostic.message());
        sources.line(diagnostic.location())
                .ifPresent(source -> lines.addAll(excerpt(diagnostic, source)));
        if (!diagnostic.trail().isEmpty()) {
            lines.add("   in " + near(String.join(" < ", diagnostic.trail())));
        }
        return lines;
    }

    /** Paths in the working folder without it. */
    private static String near(String text) {
        var folder = Path.of("").toAbsolutePath() + "/";
        return folder.length() > 1 ? text.replace(folder, "") : text;
    }

    private static List<String> excerpt(Diagnostic diagnostic, String source) {
        var number = String.valueOf(diagnostic.location().line());
        var margin = "   " + number + " | ";
        var lines = new ArrayList<String>();
        lines.add(margin + source);
        var column = diagnostic.location().column();
        if (column > 0) {
            var length = Math.max(1, Math.min(diagnostic.length(), source.length() - column + 1));
            lines.add(
                    "   "
                            + " ".repeat(number.length())
                            + " | "
                            + " ".repeat(column - 1)
                            + "^".repeat(length));
        }
        return lines;
    }

    private static Colour colour(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> Colour.RED;
            case WARNING -> Colour.BRIGHT_PURPLE;
            case DEPRECATION -> Colour.PURPLE;
        };
    }
}
