package jplay.template.jinja;

import java.util.HashMap;
import java.util.Map;
import jplay.template.python.PythonObject;
import org.jspecify.annotations.Nullable;

/** The names that statements set, in one block and those around it. */
final class Frame {
    private final @Nullable Frame outer;
    private final Map<String, @Nullable Object> names = new HashMap<>();

    Frame(@Nullable Frame outer) {
        this.outer = outer;
    }

    void set(String name, @Nullable Object value) {
        names.put(name, value);
    }

    /** The value or {@link PythonObject#ABSENT}. */
    @Nullable Object get(String name) {
        for (var frame = this; frame != null; frame = frame.outer) {
            var value = frame.names.get(name);
            if (value != null || frame.names.containsKey(name)) {
                return value;
            }
        }
        return PythonObject.ABSENT;
    }

    /** What this block itself has set. */
    Map<String, @Nullable Object> own() {
        return names;
    }
}
