package jplay.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arithmetic operators. */
public final class Arithmetic {
    private static final int LARGEST_POWER = 1 << 20;

    private Arithmetic() {}

    /** Applies an operator by its sign. */
    public static @Nullable Object apply(
            String operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "+" -> add(left, right);
            case "-" -> subtract(left, right);
            case "*" -> multiply(left, right);
            case "/" -> divide(left, right);
            case "//" -> floorDivide(left, right);
            case "%" -> modulo(left, right);
            default -> power(left, right);
        };
    }

    private static PythonError unsupported(
            String operator, @Nullable Object left, @Nullable Object right) {
        Undefined.refuse(left);
        Undefined.refuse(right);
        return PythonError.type(
                "unsupported operand type(s) for "
                        + operator
                        + ": '"
                        + Types.name(left)
                        + "' and '"
                        + Types.name(right)
                        + "'");
    }

    private static boolean integral(@Nullable Object left, @Nullable Object right) {
        return Types.isIntegral(left) && Types.isIntegral(right);
    }

    private static boolean numeric(@Nullable Object left, @Nullable Object right) {
        return Types.isNumber(left) && Types.isNumber(right);
    }

    /** {@code +}. */
    public static Object add(@Nullable Object left, @Nullable Object right) {
        if (integral(left, right)) {
            return Numbers.integer(Numbers.big(left).add(Numbers.big(right)));
        }
        if (numeric(left, right)) {
            return Numbers.real(left) + Numbers.real(right);
        }
        if (left instanceof CharSequence && right instanceof CharSequence) {
            return left instanceof Markup || right instanceof Markup
                    ? new Markup(Markup.escape(left) + Markup.escape(right))
                    : left.toString() + right;
        }
        if (Types.isSequence(left)
                && Types.isSequence(right)
                && left instanceof Tuple == right instanceof Tuple) {
            var joined = new ArrayList<@Nullable Object>((List<?>) left);
            joined.addAll((List<?>) right);
            return left instanceof Tuple ? Tuple.from(joined) : joined;
        }
        return addOthers(left, right);
    }

    private static Object addOthers(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Bytes one && right instanceof Bytes other) {
            var joined =
                    java.nio.ByteBuffer.allocate(one.content().length + other.content().length);
            return new Bytes(joined.put(one.content()).put(other.content()).array());
        }
        if (left instanceof Duration one && right instanceof Duration other) {
            return one.plus(other);
        }
        if (left instanceof LocalDateTime time && right instanceof Duration duration) {
            return time.plus(duration);
        }
        if (left instanceof OffsetDateTime time && right instanceof Duration duration) {
            return time.plus(duration);
        }
        if (left instanceof LocalDate date && right instanceof Duration duration) {
            return date.plusDays(duration.toDays());
        }
        throw unsupported("+", left, right);
    }

    private static Object subtract(@Nullable Object left, @Nullable Object right) {
        if (integral(left, right)) {
            return Numbers.integer(Numbers.big(left).subtract(Numbers.big(right)));
        }
        if (numeric(left, right)) {
            return Numbers.real(left) - Numbers.real(right);
        }
        if (left instanceof Set<?> set && right instanceof Collection<?> others) {
            var rest = new LinkedHashSet<@Nullable Object>(set);
            others.forEach(rest::remove);
            return rest;
        }
        if (right instanceof Duration duration) {
            return left instanceof Duration one
                    ? one.minus(duration)
                    : add(left, duration.negated());
        }
        return between(left, right);
    }

    private static Object between(@Nullable Object left, @Nullable Object right) {
        if (left instanceof LocalDateTime one && right instanceof LocalDateTime other) {
            return Duration.between(other, one);
        }
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return Duration.between(other, one);
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return Duration.ofDays(one.toEpochDay() - other.toEpochDay());
        }
        throw unsupported("-", left, right);
    }

    private static Object multiply(@Nullable Object left, @Nullable Object right) {
        if (integral(left, right)) {
            return Numbers.integer(Numbers.big(left).multiply(Numbers.big(right)));
        }
        if (numeric(left, right)) {
            return Numbers.real(left) * Numbers.real(right);
        }
        if (Types.isIntegral(right)) {
            return repeat(left, right);
        }
        if (Types.isIntegral(left)) {
            return repeat(right, left);
        }
        if (left instanceof CharSequence || left instanceof List) {
            Undefined.refuse(right);
            throw PythonError.type(
                    "can't multiply sequence by non-int of type '" + Types.name(right) + "'");
        }
        throw unsupported("*", left, right);
    }

    private static Object repeat(@Nullable Object value, Object count) {
        var times = Math.max(0, Numbers.index(count));
        if (value instanceof CharSequence text) {
            return Markup.like(value, text.toString().repeat(times));
        }
        if (value instanceof List<?> list && !(value instanceof Range)) {
            var repeated = new ArrayList<@Nullable Object>();
            for (var i = 0; i < times; i++) {
                repeated.addAll(list);
            }
            return value instanceof Tuple ? Tuple.from(repeated) : repeated;
        }
        throw unsupported("*", value, count);
    }

    private static void refuseZero(Object divisor, String message) {
        if (Numbers.real(divisor) == 0) {
            throw new PythonError("ZeroDivisionError", message);
        }
    }

    private static Object divide(@Nullable Object left, @Nullable Object right) {
        if (!numeric(left, right)) {
            throw unsupported("/", left, right);
        }
        refuseZero(right, "division by zero");
        if (integral(left, right) && (left instanceof BigInteger || right instanceof BigInteger)) {
            return new BigDecimal(Numbers.big(left))
                    .divide(new BigDecimal(Numbers.big(right)), MathContext.DECIMAL128)
                    .doubleValue();
        }
        return Numbers.real(left) / Numbers.real(right);
    }

    private static Object floorDivide(@Nullable Object left, @Nullable Object right) {
        if (!numeric(left, right)) {
            throw unsupported("//", left, right);
        }
        refuseZero(right, "integer division or modulo by zero");
        if (!integral(left, right)) {
            return Math.floor(Numbers.real(left) / Numbers.real(right));
        }
        var divisor = Numbers.big(right);
        var parts = Numbers.big(left).divideAndRemainder(divisor);
        var exact = parts[1].signum() == 0 || parts[1].signum() == divisor.signum();
        return Numbers.integer(exact ? parts[0] : parts[0].subtract(BigInteger.ONE));
    }

    /** {@code %}, which formats when the left side is text. */
    public static Object modulo(@Nullable Object left, @Nullable Object right) {
        if (left instanceof CharSequence format) {
            return Markup.like(left, PercentFormat.format(format.toString(), right));
        }
        if (!numeric(left, right)) {
            throw unsupported("%", left, right);
        }
        refuseZero(right, "integer modulo by zero");
        if (integral(left, right)) {
            var divisor = Numbers.big(right);
            var rest = Numbers.big(left).mod(divisor.abs());
            return Numbers.integer(
                    divisor.signum() < 0 && rest.signum() != 0 ? rest.add(divisor) : rest);
        }
        var divisor = Numbers.real(right);
        var rest = Numbers.real(left) % divisor;
        if (rest != 0 && rest < 0 != divisor < 0) {
            rest += divisor;
        }
        return rest == 0 ? Math.copySign(0.0, divisor) : rest;
    }

    /** {@code **}. */
    public static Object power(@Nullable Object left, @Nullable Object right) {
        if (!numeric(left, right)) {
            throw unsupported("** or pow()", left, right);
        }
        if (integral(left, right) && Numbers.big(right).signum() >= 0) {
            var exponent = Numbers.big(right);
            if (exponent.bitLength() > 31 || exponent.intValue() > LARGEST_POWER) {
                throw new PythonError(
                        "OverflowError", "the exponent " + exponent + " is too large");
            }
            return Numbers.integer(Numbers.big(left).pow(exponent.intValue()));
        }
        var base = Numbers.real(left);
        var exponent = Numbers.real(right);
        if (base == 0 && exponent < 0) {
            throw new PythonError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }
        return Math.pow(base, exponent);
    }

    /** Unary {@code -} and {@code +}. */
    public static Object signed(String operator, @Nullable Object value) {
        var negative = operator.equals("-");
        if (Types.isIntegral(value)) {
            var number = Numbers.big(value);
            return Numbers.integer(negative ? number.negate() : number);
        }
        if (Types.isFloat(value)) {
            return negative ? -Numbers.real(value) : Numbers.real(value);
        }
        if (value instanceof Duration duration) {
            return negative ? duration.negated() : duration;
        }
        Undefined.refuse(value);
        throw PythonError.type(
                "bad operand type for unary " + operator + ": '" + Types.name(value) + "'");
    }
}
