package jplay.template.method;

import static jplay.template.python.PythonObject.ABSENT;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.python.Bytes;
import jplay.template.python.Keys;
import jplay.template.python.Markup;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Range;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/**
 * Reading {@code value.name} and {@code value[key]}; the answer is {@link Undefined} when there is
 * none.
 */
public final class Attributes {
    private Attributes() {}

    /** {@code value.name}: the attribute, else the item. */
    public static @Nullable Object attribute(@Nullable Object value, String name) {
        var own = own(value, name);
        if (own != ABSENT) {
            return own;
        }
        var item = value instanceof Map<?, ?> dict ? Keys.get(dict, name) : ABSENT;
        return item == ABSENT ? missingAttribute(value, name) : item;
    }

    /** A real attribute, never an item; {@link PythonObject#ABSENT} when there is none. */
    public static @Nullable Object own(@Nullable Object value, String name) {
        return switch (value) {
            case null -> ABSENT;
            case PythonObject object -> object.attribute(name);
            case CharSequence text -> StringMethods.of(text, name);
            case Map<?, ?> dict -> DictMethods.of(dict, name);
            case Tuple tuple -> TupleMethods.of(tuple, name);
            case Range _ -> ABSENT;
            case List<?> list -> ListMethods.of(list, name);
            case Set<?> set -> SetMethods.of(set, name);
            case View view ->
                    view.kind() == View.Kind.VALUES ? ABSENT : SetMethods.ofView(view, name);
            case Number number -> NumberMethods.of(number, name);
            case Boolean bool -> NumberMethods.of(bool, name);
            case Bytes bytes -> BytesMethods.of(bytes, name);
            case Temporal time -> DateMethods.of(time, name);
            case Duration duration -> DateMethods.ofDuration(duration, name);
            default -> ABSENT;
        };
    }

    /** {@code value[key]}: the item, else the attribute of that name. */
    public static @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        if (key instanceof Slice slice) {
            if (value instanceof Map) {
                throw PythonError.type("unhashable type: 'slice'");
            }
            return slice.of(value);
        }
        var item = ownItem(value, key);
        if (item != ABSENT) {
            return item;
        }
        if (key instanceof CharSequence name) {
            var own = own(value, name.toString());
            return own == ABSENT ? missingAttribute(value, name.toString()) : own;
        }
        return missingItem(value, key);
    }

    private static @Nullable Object ownItem(@Nullable Object value, @Nullable Object key) {
        if (value instanceof Map<?, ?> dict) {
            return (key instanceof List && !(key instanceof Tuple)) || key instanceof Map
                    ? ABSENT
                    : Keys.get(dict, key);
        }
        Undefined.refuse(key);
        if (!Types.isIntegral(key)) {
            return ABSENT;
        }
        var index = Numbers.index(key);
        return switch (value) {
            case List<?> list ->
                    within(index, list.size()) ? list.get(at(index, list.size())) : ABSENT;
            case CharSequence text -> character(text.toString(), index);
            case Bytes bytes ->
                    within(index, bytes.content().length)
                            ? (Object)
                                    (long)
                                            Byte.toUnsignedInt(
                                                    bytes.content()[
                                                            at(index, bytes.content().length)])
                            : ABSENT;
            case null, default -> ABSENT;
        };
    }

    private static boolean within(int index, int size) {
        return index >= -size && index < size;
    }

    private static int at(int index, int size) {
        return index < 0 ? index + size : index;
    }

    private static Object character(String text, int index) {
        var size = Strings.length(text);
        if (!within(index, size)) {
            return ABSENT;
        }
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, at(index, size))));
    }

    /** What reading a missing attribute gives. */
    public static Undefined missingAttribute(@Nullable Object value, String name) {
        return missingItem(value, name);
    }

    private static Undefined missingItem(@Nullable Object value, @Nullable Object key) {
        var missing =
                Undefined.of(
                        "object of type '"
                                + Types.name(value)
                                + "' has no attribute "
                                + Text.repr(key));
        return value instanceof Map<?, ?> map && key instanceof String name
                ? missing.instead(name, map::keySet)
                : missing;
    }

    /** Calls what must be callable. */
    static PythonError notCallable(@Nullable Object value) {
        return PythonError.type("'" + Types.name(value) + "' object is not callable");
    }

    /** Markup stays markup. */
    static Object keep(CharSequence source, String text) {
        return Markup.like(source, text);
    }
}
