package jplay.template.ansible;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jplay.template.python.Comparison;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Words that mean true or false. */
public final class Booleans {
    private static final Set<String> TRUE = Set.of("y", "yes", "on", "1", "true", "t", "1.0");
    private static final Set<String> FALSE = Set.of("n", "no", "off", "0", "false", "f", "0.0");

    private Booleans() {}

    /** What a value says in few words, written exactly so; empty when it says neither. */
    public static Optional<Boolean> strictly(@Nullable Object value) {
        if (!(value instanceof CharSequence text)) {
            return of(value);
        }
        var word = text.toString().toLowerCase(Locale.ROOT);
        if (word.equals("yes") || word.equals("on") || word.equals("1") || word.equals("true")) {
            return Optional.of(true);
        }
        var no =
                word.equals("no") || word.equals("off") || word.equals("0") || word.equals("false");
        return no ? Optional.of(false) : Optional.empty();
    }

    /** What a value says; empty when it says neither. */
    public static Optional<Boolean> of(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return Optional.of(bool);
        }
        if (Types.isNumber(value)) {
            if (Comparison.equal(value, 1L)) {
                return Optional.of(true);
            }
            return Comparison.equal(value, 0L) ? Optional.of(false) : Optional.empty();
        }
        if (!(value instanceof CharSequence text)) {
            return Optional.empty();
        }
        var word = text.toString().strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return Optional.of(true);
        }
        return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
