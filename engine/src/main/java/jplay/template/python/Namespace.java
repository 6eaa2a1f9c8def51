package jplay.template.python;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose attributes a template may set. */
public final class Namespace implements PythonObject {
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

    /** Sets an attribute. */
    public void set(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : ABSENT;
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public String toString() {
        return "<Namespace " + Text.repr(attributes) + ">";
    }
}
