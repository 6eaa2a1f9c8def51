package jplay.template.method;

import static jplay.template.python.Types.text;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.ToIntBiFunction;
import jplay.template.python.Arguments;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Tuple;
import org.jspecify.annotations.Nullable;

/** The methods of {@code str} that look for something in it. */
final class StringSearch {
    private StringSearch() {}

    static Method<String> all(IntPredicate predicate) {
        return (self, _) -> !self.isEmpty() && self.codePoints().allMatch(predicate);
    }

    /**
     * A part of a text given by the second and third argument of a call; {@code from} is -1 when it
     * is none.
     */
    private record Part(String text, int from) {
        static Part of(String self, Arguments call) {
            var size = self.length();
            var from = bound(call.get(1, "start", null), size, 0);
            var to = Math.min(size, bound(call.get(2, "end", null), size, size));
            return from > to ? new Part("", -1) : new Part(self.substring(from, to), from);
        }

        private static int bound(@Nullable Object value, int size, int orElse) {
            if (value == null) {
                return orElse;
            }
            var index = Numbers.index(value);
            return index < 0 ? Math.max(0, index + size) : index;
        }
    }

    static Object hasAffix(String self, Arguments call, BiPredicate<String, String> has) {
        if (call.positional().isEmpty() || call.positional().size() > 3) {
            throw PythonError.type("expected at least 1 argument, got " + call.positional().size());
        }
        var part = Part.of(self, call);
        List<?> affixes =
                call.first() instanceof Tuple tuple
                        ? tuple
                        : List.of(text(call.first(), "first arg"));
        return part.from >= 0
                && affixes.stream().anyMatch(affix -> has.test(part.text, text(affix, "affix")));
    }

    static Object find(String self, Arguments call, ToIntBiFunction<String, String> finder) {
        var wanted = text(call.first(), "find() argument 1");
        var part = Part.of(self, call);
        var at = part.from < 0 ? -1 : finder.applyAsInt(part.text, wanted);
        return at < 0 ? -1L : (long) self.codePointCount(0, part.from + at);
    }

    static Object index(String self, Arguments call, ToIntBiFunction<String, String> finder) {
        var found = find(self, call, finder);
        if (found.equals(-1L)) {
            throw PythonError.value("substring not found");
        }
        return found;
    }

    static Object count(String self, Arguments call) {
        var wanted = text(call.first(), "count() argument 1");
        var part = Part.of(self, call);
        if (wanted.isEmpty()) {
            return part.from < 0 ? 0L : (long) Strings.length(part.text) + 1;
        }
        return (long) StringSplit.parts(part.text, wanted, -1).size() - 1;
    }

    /** All occurrences when {@code most} is negative. */
    static String replace(String self, String from, String to, int most) {
        if (!from.isEmpty()) {
            var parts = StringSplit.parts(self, from, most);
            return String.join(to, parts.stream().map(String.class::cast).toList());
        }
        var out = new StringBuilder();
        var done = 0;
        for (var character : Strings.characters(self)) {
            out.append(most < 0 || done < most ? to : "").append(character);
            done++;
        }
        return out.append(most < 0 || done < most ? to : "").toString();
    }
}
