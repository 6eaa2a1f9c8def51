package jplay.template.expr;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.module.type.Secret;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Range;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.value.Omit;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * Values as they leave the template: data only, without what was omitted; anything undefined in
 * them is an error.
 */
public final class Finished {
    private Finished() {}

    /** The data; {@link Omit} only when it is the whole value. */
    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case BigInteger number -> number;
            case Number number ->
                    Types.isInteger(number) ? (Object) number.longValue() : number.doubleValue();
            case CharSequence text -> text.toString();
            case Range range -> throw unsupported(range);
            case Map<?, ?> dict -> dict(dict);
            case Collection<?> collection -> list(collection.iterator());
            case Iterator<?> generator -> list(generator);
            case Bytes bytes -> bytes.content();
            case TemplateString template -> template.text();
            case Undefined undefined -> throw undefined.failure();
            case PythonObject object when object.data() != PythonObject.ABSENT -> object.data();
            case byte[] bytes -> bytes;
            case LocalDate _, LocalDateTime _, OffsetDateTime _, Omit _, Secret _ -> value;
            default -> throw unsupported(value);
        };
    }

    private static PythonError unsupported(Object value) {
        return PythonError.type(
                "Type '" + Types.name(value) + "' is unsupported for variable storage.");
    }

    private static List<@Nullable Object> list(Iterator<?> elements) {
        var list = new ArrayList<@Nullable Object>();
        while (elements.hasNext()) {
            var value = value(elements.next());
            if (value != Omit.OMIT) {
                list.add(value);
            }
        }
        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> dict(Map<?, ?> source) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var entry : source.entrySet()) {
            var key = entry.getKey();
            if (key instanceof Tuple) {
                throw PythonError.type("Invalid tuple as dictionary key.");
            }
            var value = value(entry.getValue());
            if (value != Omit.OMIT && key != Omit.OMIT) {
                dict.put(value(key), value);
            }
        }
        return dict;
    }

    /** The data as text prints it: nothing for None. */
    public static String text(@Nullable Object value) {
        var finished = value instanceof String text ? text : value(value);
        if (finished instanceof byte[] bytes) {
            return Text.of(new Bytes(bytes));
        }
        return finished == null || finished == Omit.OMIT ? "" : Text.of(finished);
    }
}
