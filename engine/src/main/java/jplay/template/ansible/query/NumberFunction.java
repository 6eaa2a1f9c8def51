package jplay.template.ansible.query;

import io.burt.jmespath.Adapter;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.function.ArgumentConstraint;
import io.burt.jmespath.function.ArgumentConstraints;
import io.burt.jmespath.function.BaseFunction;
import io.burt.jmespath.function.FunctionArgument;
import io.burt.jmespath.function.FunctionRegistry;
import java.util.List;
import java.util.function.UnaryOperator;
import jplay.template.python.Arithmetic;
import jplay.template.python.Comparison;
import jplay.template.python.Numbers;
import jplay.template.python.Types;

/** A function whose answer is an integer where Python's is one. */
final class NumberFunction extends BaseFunction {
    private static final ArgumentConstraint NUMBER =
            ArgumentConstraints.typeOf(JmesPathType.NUMBER);

    private final UnaryOperator<Object> body;

    private NumberFunction(String name, ArgumentConstraint constraint, UnaryOperator<Object> body) {
        super(name, constraint);
        this.body = body;
    }

    /** All functions of the language. */
    static FunctionRegistry registry() {
        return FunctionRegistry.defaultRegistry()
                .extend(
                        new NumberFunction("abs", NUMBER, NumberFunction::absolute),
                        new NumberFunction("ceil", NUMBER, value -> rounded(value, true)),
                        new NumberFunction("floor", NUMBER, value -> rounded(value, false)),
                        new NumberFunction(
                                "sum", ArgumentConstraints.arrayOf(NUMBER), NumberFunction::sum));
    }

    private static Object absolute(Object value) {
        return Comparison.ORDER.compare(value, 0L) < 0 ? Arithmetic.signed("-", value) : value;
    }

    private static Object rounded(Object value, boolean up) {
        var number = Numbers.real(value);
        return Types.isInteger(value)
                ? value
                : (Object) (long) (up ? Math.ceil(number) : Math.floor(number));
    }

    private static Object sum(Object list) {
        Object sum = 0L;
        for (var item : (List<?>) list) {
            sum = Arithmetic.add(sum, item);
        }
        return sum;
    }

    @Override
    @SuppressWarnings("unchecked") // the only runtime there is takes any object
    protected <T> T callFunction(Adapter<T> runtime, List<FunctionArgument<T>> arguments) {
        return (T) body.apply(arguments.getFirst().value());
    }
}
