package jplay.template;

import java.util.List;
import java.util.function.BiConsumer;
import jplay.diagnostic.Location;
import jplay.template.expr.Finished;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.value.Omit;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Decides {@code when} and its like. */
final class Conditions {
    private static final String LEAD = "Error while evaluating conditional: ";

    private final TemplateStore store;
    private final boolean strict;
    private final BiConsumer<Location, String> deprecations;

    Conditions(TemplateStore store, boolean strict, BiConsumer<Location, String> deprecations) {
        this.store = store;
        this.strict = strict;
        this.deprecations = deprecations;
    }

    boolean hold(@Nullable Object condition, Location origin, Scope scope) {
        return switch (condition) {
            case Boolean bool -> bool;
            case List<?> list -> list.stream().allMatch(part -> hold(part, origin, scope));
            case String text -> holds(text, origin, scope);
            case TemplateString template -> holds(template.text(), template.origin(), scope);
            case null, default -> decided(condition, origin);
        };
    }

    private boolean holds(String text, Location origin, Scope scope) {
        if (text.isBlank()) {
            return empty(origin);
        }
        return Failures.guarded(origin, () -> judged(text, origin, scope));
    }

    private boolean judged(String text, Location origin, Scope scope) {
        var evaluation = new ScopeEvaluation(store, scope);
        try {
            return decided(
                    Undefined.refuse(
                            isAllTemplate(text)
                                    ? rendered(text, origin, evaluation)
                                    : store.expression(text).evaluate(evaluation)),
                    origin);
        } catch (PythonError e) {
            throw Failures.at(origin, e, e.undefined().isPresent() ? LEAD : "");
        }
    }

    private boolean empty(Location origin) {
        var message = "Empty conditional expressions are not allowed.";
        if (strict) {
            throw new TemplateException(origin, message, false);
        }
        deprecations.accept(origin, message);
        return true;
    }

    /** Whether delimiters stand around the whole condition. */
    private static boolean isAllTemplate(String text) {
        var trimmed = text.strip();
        return (trimmed.startsWith("{{") && trimmed.endsWith("}}"))
                || (trimmed.startsWith("{%") && trimmed.endsWith("%}"));
    }

    private @Nullable Object rendered(String text, Location origin, ScopeEvaluation evaluation) {
        deprecations.accept(
                origin,
                "Conditionals should not be surrounded by templating delimiters such as {{ }} or {% %}.");
        return store.value(text.strip()).render(evaluation);
    }

    private boolean decided(@Nullable Object result, Location origin) {
        if (result instanceof Boolean bool) {
            return bool;
        }
        if (result == Omit.OMIT) {
            throw new TemplateException(
                    origin, "A template was resolved to an Omit scalar.", false);
        }
        var truth = Types.truth(result);
        var message =
                "Conditional result ("
                        + (truth ? "True" : "False")
                        + ") was derived from value of type '"
                        + Types.name(result)
                        + "' at '"
                        + origin
                        + "'. Conditionals must have a boolean result.";
        if (strict) {
            throw new TemplateException(origin, message, false);
        }
        Finished.value(result);
        deprecations.accept(origin, message);
        return truth;
    }
}
