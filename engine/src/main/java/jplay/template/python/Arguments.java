package jplay.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of one call. */
public record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
    /** No arguments. */
    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    /** Positional arguments only. */
    public static Arguments of(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>(values.length);
        Collections.addAll(list, values);
        return new Arguments(list, Map.of());
    }

    /** How many there are. */
    public int size() {
        return positional.size() + named.size();
    }

    /** One argument, by position or by name. */
    public @Nullable Object get(int index, String name, @Nullable Object orElse) {
        if (index < positional.size()) {
            return positional.get(index);
        }
        return named.containsKey(name) ? named.get(name) : orElse;
    }

    /** A positional argument that must be there. */
    public @Nullable Object first() {
        if (positional.isEmpty()) {
            throw PythonError.type("expected at least 1 argument, got 0");
        }
        return positional.getFirst();
    }

    /** An integer argument, by position or by name. */
    public int integer(int index, String name, int orElse) {
        return Numbers.index(get(index, name, (long) orElse));
    }

    /** Fails unless the number of positional arguments is in range and there are no named ones. */
    public void expect(String function, int least, int most) {
        var count = positional.size();
        if (count < least || count > most) {
            var wanted = least == most ? "exactly " + least : "from " + least + " to " + most;
            throw PythonError.type(
                    function + "() takes " + wanted + " arguments (" + count + " given)");
        }
        if (!named.isEmpty()) {
            throw PythonError.type(function + "() takes no keyword arguments");
        }
    }

    /** The first undefined one. */
    public Optional<Undefined> undefined() {
        for (var value : positional) {
            if (value instanceof Undefined undefined) {
                return Optional.of(undefined);
            }
        }
        for (var value : named.values()) {
            if (value instanceof Undefined undefined) {
                return Optional.of(undefined);
            }
        }
        return Optional.empty();
    }
}
