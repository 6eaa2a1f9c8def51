package jplay.template.python;

import org.jspecify.annotations.Nullable;

/** An object of our own that templates can see. */
public interface PythonObject {
    /** What {@link #attribute} answers when there is no such attribute. */
    Absent ABSENT = Absent.ABSENT;

    /** The name of its Python class. */
    String typeName();

    /** What it is when it leaves the template, or {@link #ABSENT} when it cannot. */
    default @Nullable Object data() {
        return ABSENT;
    }

    /** An attribute's value or {@link #ABSENT}. */
    default @Nullable Object attribute(String name) {
        return ABSENT;
    }
}
