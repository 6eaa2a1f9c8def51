package jplay.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/** Which Python type a value has, and whether it is true. */
public final class Types {
    private Types() {}

    /** The name of the class. */
    public static String name(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Boolean _ -> "bool";
            case Number number -> isInteger(number) ? "int" : "float";
            case Markup _ -> "Markup";
            case CharSequence _ -> "str";
            case Tuple _ -> "tuple";
            case Range _ -> "range";
            case View view -> view.typeName();
            case List<?> _ -> "list";
            case Map<?, ?> _ -> "dict";
            case Set<?> _ -> "set";
            case Bytes _ -> "bytes";
            case Undefined _ -> "Undefined";
            case PythonObject object -> object.typeName();
            case LocalDate _ -> "date";
            case Temporal _ -> "datetime";
            case Duration _ -> "timedelta";
            case Omit _ -> "Omit";
            case Iterator<?> _ -> "generator";
            default -> "object";
        };
    }

    /** Whether it is an {@code int} and no {@code bool}. */
    public static boolean isInteger(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof BigInteger
                || value instanceof Short
                || value instanceof Byte;
    }

    /** Whether it is an {@code int} or a {@code bool}. */
    public static boolean isIntegral(@Nullable Object value) {
        return value instanceof Boolean || isInteger(value);
    }

    /** Whether it is a {@code float}. */
    public static boolean isFloat(@Nullable Object value) {
        return value instanceof Double || value instanceof Float || value instanceof BigDecimal;
    }

    /** Whether it is any number, or a {@code bool}, which counts as one. */
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /** Whether it is a list or a tuple, but no range. */
    public static boolean isSequence(@Nullable Object value) {
        return value instanceof List && !(value instanceof Range);
    }

    /** Whether it is a list and nothing like it. */
    public static boolean isList(@Nullable Object value) {
        return isSequence(value) && !(value instanceof Tuple);
    }

    /** Whether it counts as true. */
    public static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case CharSequence text -> !text.isEmpty();
            case BigInteger number -> number.signum() != 0;
            case Number number ->
                    isInteger(number) ? number.longValue() != 0 : number.doubleValue() != 0;
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> dict -> !dict.isEmpty();
            case Bytes bytes -> bytes.content().length != 0;
            case Duration duration -> !duration.isZero();
            case Undefined undefined -> lenientTruth(undefined);
            default -> true;
        };
    }

    private static boolean lenientTruth(Undefined undefined) {
        if (undefined.isLenient()) {
            return false;
        }
        throw undefined.failure();
    }

    /** The text in it; fails when it is no text. */
    public static String text(@Nullable Object value, String what) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        Undefined.refuse(value);
        throw PythonError.type(what + " must be str, not " + name(value));
    }
}
