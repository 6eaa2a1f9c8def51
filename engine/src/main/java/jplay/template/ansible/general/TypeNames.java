package jplay.template.ansible.general;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Names of types with those of what is in them, as {@code dict[str, int|list]}. */
record TypeNames(Map<?, ?> aliases) {
    private static TypeNames of(FilterCall call) {
        return new TypeNames(call.get("alias") instanceof Map<?, ?> given ? given : Map.of());
    }

    static String reveal(FilterCall call) {
        return of(call).full(call.value());
    }

    static Object is(FilterCall call) {
        var wanted = call.get("dtype");
        var name = of(call).full(call.value());
        return wanted instanceof CharSequence
                ? name.equals(Text.of(wanted))
                : Iteration.list(wanted).stream().map(Text::of).anyMatch(name::equals);
    }

    private String name(@Nullable Object value) {
        var name = Types.name(value);
        return aliases.containsKey(name) ? Text.of(aliases.get(name)) : name;
    }

    private String full(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> dict when !dict.isEmpty() ->
                    name(value) + "[" + all(dict.keySet()) + ", " + all(dict.values()) + "]";
            case Collection<?> list when !list.isEmpty() -> name(value) + "[" + all(list) + "]";
            case null, default -> name(value);
        };
    }

    private String all(Collection<?> values) {
        var names = new TreeSet<String>();
        values.forEach(value -> names.add(name(value)));
        return String.join("|", names);
    }
}
