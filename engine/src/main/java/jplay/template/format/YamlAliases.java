package jplay.template.format;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import jplay.template.lazy.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * Which lists and dicts of variables are written once and then named: those met more than once, in
 * the order in which they are met again.
 */
final class YamlAliases {
    private static final int ONCE = 0;

    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Boolean> written = new IdentityHashMap<>();
    private int last;

    YamlAliases(@Nullable Object root) {
        count(root);
    }

    private void count(@Nullable Object node) {
        var source = Lazy.source(node);
        if (source.isPresent()) {
            var number = numbers.putIfAbsent(source.get(), ONCE);
            if (number != null) {
                numbers.replace(source.get(), ONCE, last + 1);
                last += number == ONCE ? 1 : 0;
                return;
            }
        }
        switch (node) {
            case Map<?, ?> dict -> dict.values().forEach(this::count);
            case Collection<?> list -> list.forEach(this::count);
            case null, default -> {}
        }
    }

    /** The name to write instead of a node or before it, {@code *id001} or {@code &id001}. */
    String mark(@Nullable Object node) {
        var source = Lazy.source(node);
        var number = source.map(numbers::get).orElse(ONCE);
        if (source.isEmpty() || number == ONCE) {
            return "";
        }
        var again = written.put(source.get(), true) != null;
        return (again ? "*" : "&") + "id%03d".formatted(number);
    }
}
