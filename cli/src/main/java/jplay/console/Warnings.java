package jplay.console;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.console.Screen.Colour;
import jplay.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What is dubious, each thing told once. */
final class Warnings {
    private final Screen screen;
    private final boolean deprecations;
    private final DiagnosticText text = new DiagnosticText();
    private final Set<String> told = new HashSet<>();

    Warnings(Screen screen, boolean deprecations) {
        this.screen = screen;
        this.deprecations = deprecations;
    }

    /** With its place. */
    void tell(Diagnostic diagnostic) {
        var deprecated = diagnostic.severity() == Diagnostic.Severity.DEPRECATION;
        if (deprecated && !deprecations) {
            return;
        }
        told.add(diagnostic.message());
        var lines = text.lines(diagnostic);
        var place =
                lines.size() > 1 ? "\n" + String.join("\n", lines.subList(1, lines.size())) : "";
        var at = diagnostic.location().line() > 0 ? diagnostic.location() + ": " : "";
        once(
                (deprecated ? "[DEPRECATION WARNING]: " : "[WARNING]: ")
                        + at
                        + diagnostic.message()
                        + place,
                deprecated ? Colour.PURPLE : Colour.BRIGHT_PURPLE);
    }

    /** Those that a result carries, unless they were told with their place. */
    void of(Map<String, ? extends @Nullable Object> result) {
        if (result.get("warnings") instanceof List<?> list) {
            list.stream()
                    .filter(each -> !told.contains(each))
                    .forEach(each -> once("[WARNING]: " + each, Colour.BRIGHT_PURPLE));
        }
    }

    private void once(String line, Colour colour) {
        if (told.add(line)) {
            screen.errorLine(line, colour);
        }
    }
}
