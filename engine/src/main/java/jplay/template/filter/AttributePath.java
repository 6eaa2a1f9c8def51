package jplay.template.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import jplay.template.expr.Evaluation;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * The {@code attribute} argument of many filters: a name, an index, or several of them with dots
 * between.
 */
public final class AttributePath {
    private final Evaluation evaluation;
    private final List<Object> steps = new ArrayList<>();
    private @Nullable Object orElse;
    private UnaryOperator<@Nullable Object> last = value -> value;

    private AttributePath(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A path; None for the value itself. */
    public static AttributePath of(FilterCall call, @Nullable Object attribute) {
        var path = new AttributePath(call.evaluation());
        if (attribute instanceof CharSequence text) {
            Arrays.stream(text.toString().split("\\.", -1))
                    .map(AttributePath::step)
                    .forEach(path.steps::add);
        } else if (attribute != null) {
            path.steps.add(attribute);
        }
        return path;
    }

    private static Object step(String written) {
        var isNumber = !written.isEmpty() && written.chars().allMatch(Character::isDigit);
        return isNumber ? (Object) Long.parseLong(written) : written;
    }

    /** What stands for a missing step; None for nothing. */
    public AttributePath orElse(@Nullable Object value) {
        orElse = value;
        return this;
    }

    /** Text is compared without regard to case, unless it matters. */
    public AttributePath caseMatters(boolean matters) {
        if (!matters) {
            last = AttributePath::lower;
        }
        return this;
    }

    static @Nullable Object lower(@Nullable Object value) {
        return value instanceof CharSequence text
                ? text.toString().toLowerCase(Locale.ROOT)
                : value;
    }

    /** What it leads to. */
    public @Nullable Object in(@Nullable Object value) {
        var found = value;
        for (var step : steps) {
            found = evaluation.item(found, step);
            if (orElse != null && found instanceof Undefined) {
                found = orElse;
            }
        }
        return last.apply(found);
    }
}
