package jplay.template.method;

import java.math.BigInteger;
import java.util.Map;
import jplay.template.python.Arguments;
import jplay.template.python.Bytes;
import jplay.template.python.Numbers;
import jplay.template.python.PythonObject;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Attributes and methods of {@code int}, {@code bool} and {@code float}. */
final class NumberMethods {
    private static final Map<String, Method<Object>> INTEGER =
            Map.of(
                    "__and__",
                            (self, call) -> bits(Numbers.big(self).and(Numbers.big(call.first()))),
                    "__lshift__",
                            (self, call) ->
                                    bits(Numbers.big(self).shiftLeft(call.integer(0, "n", 0))),
                    "__or__", (self, call) -> bits(Numbers.big(self).or(Numbers.big(call.first()))),
                    "__rshift__",
                            (self, call) ->
                                    bits(Numbers.big(self).shiftRight(call.integer(0, "n", 0))),
                    "__xor__",
                            (self, call) -> bits(Numbers.big(self).xor(Numbers.big(call.first()))),
                    "bit_length", (self, _) -> (long) Numbers.big(self).abs().bitLength(),
                    "conjugate", (self, _) -> bits(Numbers.big(self)),
                    "to_bytes", NumberMethods::toBytes);

    private static final Map<String, Method<Object>> FLOAT =
            Map.of(
                    "conjugate", (self, _) -> self,
                    "hex", (self, _) -> Double.toHexString(Numbers.real(self)),
                    "is_integer",
                            (self, _) ->
                                    Numbers.real(self) == Math.rint(Numbers.real(self))
                                            && !Double.isInfinite(Numbers.real(self)));

    private NumberMethods() {}

    private static Object bits(BigInteger value) {
        return Numbers.integer(value);
    }

    static @Nullable Object of(Object self, String name) {
        var integral = Types.isIntegral(self);
        var method = (integral ? INTEGER : FLOAT).get(name);
        if (method != null) {
            return method.on(self);
        }
        return switch (name) {
            case "real" -> integral ? bits(Numbers.big(self)) : self;
            case "imag" -> integral ? (Object) 0L : (Object) 0.0;
            case "numerator" -> integral ? bits(Numbers.big(self)) : PythonObject.ABSENT;
            case "denominator" -> integral ? 1L : PythonObject.ABSENT;
            default -> PythonObject.ABSENT;
        };
    }

    private static Bytes toBytes(Object self, Arguments call) {
        var bytes = new byte[call.integer(0, "length", 1)];
        var little = "little".equals(call.get(1, "byteorder", "big"));
        var rest = Numbers.big(self);
        for (var i = 0; i < bytes.length; i++) {
            bytes[little ? i : bytes.length - 1 - i] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        return new Bytes(bytes);
    }
}
