package jplay.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Location;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Values of a trusted author: their texts may be templates. */
final class Trusted {
    private Trusted() {}

    /** The same value, where texts with something to render are templates. */
    static @Nullable Object value(@Nullable Object value, Location place) {
        return switch (value) {
            case String text -> TemplateString.of(text, place);
            case List<?> list -> {
                var items = new ArrayList<@Nullable Object>();
                list.forEach(item -> items.add(value(item, place)));
                yield Collections.unmodifiableList(items);
            }
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, item) -> entries.put(key, value(item, place)));
                yield Collections.unmodifiableMap(entries);
            }
            case null, default -> value;
        };
    }
}
