package jplay.template;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import jplay.diagnostic.Location;
import jplay.template.expr.Expression;
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
    private static final String SURROUNDED =
            "Conditionals should not be surrounded by templating delimiters such as {{ }} or {% %}.";
    private static final Pattern BRACES = Pattern.compile("\\{\\{-?(.*?)-?}}", Pattern.DOTALL);

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
            case null -> empty(origin);
            default -> literal(condition, origin);
        };
    }

    private boolean literal(Object condition, Location origin) {
        if (strict) {
            throw new TemplateException(origin, "Conditional expressions must be strings.", false);
        }
        return decided(condition, origin);
    }

    private boolean holds(String text, Location origin, Scope scope) {
        return text.isBlank()
                ? empty(origin)
                : Failures.guarded(
                        new TemplateString(text, origin), () -> judged(text, origin, scope));
    }

    private boolean judged(String text, Location origin, Scope scope) {
        return isAllTemplate(text)
                ? surrounded(text, origin, scope)
                : decided(evaluated(text, origin, scope), origin);
    }

    private @Nullable Object evaluated(String text, Location origin, Scope scope) {
        try {
            return Undefined.refuse(
                    expression(text, origin).evaluate(new ScopeEvaluation(store, scope)));
        } catch (PythonError e) {
            throw failed(text, origin, e);
        }
    }

    /** Braces inside of an expression are taken for parentheses where old ways are accepted. */
    private Expression expression(String text, Location origin) {
        try {
            return store.expression(text);
        } catch (PythonError e) {
            if (strict || !BRACES.matcher(text).find()) {
                throw e;
            }
            var expression = store.expression(BRACES.matcher(text).replaceAll("($1)"));
            deprecations.accept(origin, SURROUNDED);
            return expression;
        }
    }

    /** A template around all: what it gives may be an expression itself, if a user wrote it. */
    private boolean surrounded(String text, Location origin, Scope scope) {
        var value = rendered(text, origin, scope);
        if (value == null || "".equals(value)) {
            return empty(origin);
        }
        if (!(value instanceof String expression)) {
            return decided(value, origin);
        }
        if (new WrittenText(scope).behind(text).filter(String.class::isInstance).isPresent()) {
            return decided(evaluated(expression, origin, scope), origin);
        }
        if (!strict && BRACES.matcher(text).results().count() > 1) {
            return decided(evaluated(text, origin, scope), origin);
        }
        throw new TemplateException(origin, "Encountered untrusted template or expression.", false);
    }

    private @Nullable Object rendered(String text, Location origin, Scope scope) {
        deprecations.accept(origin, SURROUNDED);
        try {
            return Undefined.refuse(
                    store.value(text.strip()).render(new ScopeEvaluation(store, scope)));
        } catch (PythonError e) {
            throw failed(text, origin, e);
        }
    }

    private static TemplateException failed(String text, Location origin, PythonError error) {
        return error.kind().startsWith("Template")
                ? malformed(text, origin, error)
                : Failures.at(
                        new TemplateString(text, origin),
                        error,
                        error.undefined().isPresent() ? LEAD : "");
    }

    /** An expression that is none. */
    static TemplateException malformed(String text, Location origin, PythonError error) {
        var hint =
                text.contains("{{") ? ". Template delimiters are not supported in expressions" : "";
        return new TemplateException(
                origin, "Syntax error in expression" + hint + ": " + error.getMessage(), false);
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
