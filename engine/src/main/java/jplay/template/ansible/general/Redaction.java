package jplay.template.ansible.general;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.lazy.SealedText;
import org.jspecify.annotations.Nullable;

/** Values without what was encrypted in them. */
final class Redaction {
    private Redaction() {}

    /** The same with a mark for every encrypted text, at any depth. */
    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case SealedText _ -> "<redacted>";
            case Map<?, ?> dict -> {
                var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                dict.forEach((key, item) -> copy.put(key, of(item)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(of(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
