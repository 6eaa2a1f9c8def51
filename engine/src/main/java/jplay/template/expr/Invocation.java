package jplay.template.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Calls, filters and tests. */
public sealed interface Invocation extends Expression {
    /**
     * Arguments as written.
     *
     * @param star what follows {@code *}
     * @param doubleStar what follows {@code **}
     */
    record Inputs(
            List<Expression> positional,
            Map<String, Expression> named,
            @Nullable Expression star,
            @Nullable Expression doubleStar) {
        /** None at all. */
        public static final Inputs NONE = new Inputs(List.of(), Map.of(), null, null);

        /** One positional argument. */
        static Inputs of(Expression only) {
            return new Inputs(List.of(only), Map.of(), null, null);
        }

        /** Their values. */
        public Arguments evaluate(Evaluation evaluation) {
            if (equals(NONE)) {
                return Arguments.NONE;
            }
            var values = new ArrayList<@Nullable Object>(positional.size());
            for (var expression : positional) {
                values.add(expression.evaluate(evaluation));
            }
            if (star != null) {
                values.addAll(Iteration.list(star.evaluate(evaluation)));
            }
            if (named.isEmpty() && doubleStar == null) {
                return new Arguments(values, Map.of());
            }
            return new Arguments(values, evaluateNamed(evaluation));
        }

        private Map<String, @Nullable Object> evaluateNamed(Evaluation evaluation) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            named.forEach((name, expression) -> values.put(name, expression.evaluate(evaluation)));
            if (doubleStar == null) {
                return values;
            }
            if (!(doubleStar.evaluate(evaluation) instanceof Map<?, ?> more)) {
                throw PythonError.type("argument after ** must be a mapping");
            }
            more.forEach((key, value) -> {
                if (values.containsKey(Text.of(key))) {
                    throw PythonError.type("got multiple values for keyword argument");
                }
                values.put(Text.of(key), value);
            });
            return values;
        }
    }

    /** {@code function(..)}. */
    record Call(Expression function, Inputs inputs) implements Invocation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return call(evaluation, function.evaluate(evaluation), inputs.evaluate(evaluation));
        }

        /** Calls it with one more named argument. */
        public @Nullable Object evaluateWith(Evaluation evaluation, String name, Object value) {
            var target = function.evaluate(evaluation);
            var given = inputs.evaluate(evaluation);
            var named = new LinkedHashMap<>(given.named());
            named.put(name, value);
            return call(evaluation, target, new Arguments(given.positional(), named));
        }

        private static @Nullable Object call(
                Evaluation evaluation, @Nullable Object function, Arguments arguments) {
            var dialect = evaluation.dialect();
            return switch (function) {
                case Undefined undefined -> dialect.ofMissing(undefined);
                case Callable callable -> {
                    var missing =
                            callable.acceptsUndefined()
                                    ? null
                                    : dialect.missingInput(null, arguments);
                    yield missing != null ? missing : result(dialect, callable, arguments);
                }
                case null, default ->
                        throw PythonError.type(
                                "'" + Types.name(function) + "' object is not callable");
            };
        }
    }

    private static @Nullable Object result(
            Dialect dialect, Callable callable, Arguments arguments) {
        try {
            return dialect.result(callable.call(arguments));
        } catch (PythonError e) {
            return dialect.resultOf(e);
        }
    }

    /** {@code target | name(..)}; without a target it filters what a statement holds. */
    record Filter(@Nullable Expression target, String name, @Nullable Plugin filter, Inputs inputs)
            implements Invocation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return on(evaluation, null);
        }

        /** Filters a value, through all filters of the chain. */
        public @Nullable Object on(Evaluation evaluation, @Nullable Object held) {
            var value =
                    switch (target) {
                        case null -> held;
                        case Filter before -> before.on(evaluation, held);
                        default -> target.evaluate(evaluation);
                    };
            if (filter == null) {
                throw unknown("filter", name, evaluation.catalog().filterNames());
            }
            return filter.invoke(evaluation, value, inputs.evaluate(evaluation));
        }
    }

    /** {@code target is name ..}. */
    record Test(Expression target, String name, @Nullable Plugin test, Inputs inputs)
            implements Invocation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            var value = target.evaluate(evaluation);
            if (test == null) {
                throw unknown("test", name, evaluation.catalog().testNames());
            }
            return test.invoke(evaluation, value, inputs.evaluate(evaluation));
        }
    }

    /** The error for a filter or test that does not exist. */
    static PythonError unknown(String what, String name, Set<String> known) {
        return new PythonError(
                "TemplateAssertionError",
                "No " + what + " named '" + name + "'." + Spelling.didYouMean(name, known));
    }
}
