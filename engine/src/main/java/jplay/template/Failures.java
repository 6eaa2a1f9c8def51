package jplay.template;

import java.util.function.Supplier;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.template.python.PythonError;
import jplay.template.python.Undefined;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong in a template into what the user is told. */
final class Failures {
    private Failures() {}

    /** Runs something; whatever goes wrong in it becomes what the user is told. */
    static <T extends @Nullable Object> T guarded(TemplateString text, Supplier<T> work) {
        try {
            return work.get();
        } catch (PythonError e) {
            throw at(text, e);
        } catch (StackOverflowError e) {
            throw failed(text.origin(), "maximum recursion depth exceeded");
        } catch (IndexOutOfBoundsException
                | ClassCastException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            // arguments that a filter or method of ours did not expect
            throw failed(text.origin(), "arguments of a filter, method or lookup do not fit");
        }
    }

    private static TemplateException failed(Location origin, String why) {
        return new TemplateException(origin, "Error rendering template: " + why, false);
    }

    static TemplateException at(TemplateString text, PythonError error) {
        return at(text, error, "");
    }

    static TemplateException at(TemplateString text, PythonError error, String lead) {
        var way = error.way().stream().map(place -> place.in(text)).toList();
        var place = way.isEmpty() ? text.origin() : way.getFirst();
        var diagnostic =
                new Diagnostic(
                        Diagnostic.Severity.ERROR,
                        error.undefined().flatMap(Undefined::origin).orElse(place),
                        1,
                        lead + message(error),
                        way.stream().skip(1).map(each -> "included by " + each).toList(),
                        error.undefined().flatMap(Undefined::hint));
        return new TemplateException(diagnostic, error.undefined().isPresent());
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
