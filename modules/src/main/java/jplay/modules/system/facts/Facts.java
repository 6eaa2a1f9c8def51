package jplay.modules.system.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts by name, without the prefix {@code ansible_}, in the order they were found. */
final class Facts {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** One fact more. */
    Facts put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** One fact more, unless its text is empty. */
    Facts putUnlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    /** All of them. */
    Map<String, @Nullable Object> values() {
        return values;
    }
}
