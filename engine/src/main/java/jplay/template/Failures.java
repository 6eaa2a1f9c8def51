package jplay.template;

import jplay.diagnostic.Location;
import jplay.template.python.PythonError;
import jplay.template.python.Undefined;

/** Turns what went wrong in a template into what the user is told. */
final class Failures {
    private Failures() {}

    static TemplateException at(Location origin, PythonError error) {
        return at(origin, error, "");
    }

    static TemplateException at(Location origin, PythonError error, String lead) {
        var place = error.line() > 0 ? origin.plus(error.line() - 1, error.column() - 1) : origin;
        var guilty = error.undefined().flatMap(Undefined::origin).orElse(place);
        return new TemplateException(guilty, lead + message(error), error.undefined().isPresent());
    }

    private static String message(PythonError error) {
        return switch (error.kind()) {
            case "UndefinedError", "AnsibleTemplatePluginRuntimeError", "RecursionError" ->
                    error.getMessage();
            case "TemplateSyntaxError", "TemplateAssertionError" ->
                    "Syntax error in template: " + error.getMessage();
            default -> "Error rendering template: " + error.getMessage();
        };
    }
}
