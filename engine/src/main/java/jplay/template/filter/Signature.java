package jplay.template.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Spelling;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * The name and parameters of a filter, test or lookup, read from text such as {@code replace(s,
 * old, new, count=none)}. The first parameter is the value it is applied to.
 *
 * @param rest whether more positional arguments are taken, {@code *args}
 * @param named whether unknown named arguments are taken, {@code **kwargs}
 */
public record Signature(String name, List<Parameter> parameters, boolean rest, boolean named) {
    /** One parameter beside the value. */
    public record Parameter(String name, boolean required, @Nullable Object orElse) {}

    /** Reads a signature. */
    public static Signature parse(String written) {
        var open = written.indexOf('(');
        var parameters = new ArrayList<Parameter>();
        var rest = false;
        var named = false;
        var inside = written.substring(open + 1, written.length() - 1);
        for (var part : inside.split(",\\s*", -1)) {
            if (part.startsWith("**")) {
                named = true;
            } else if (part.startsWith("*")) {
                rest = true;
            } else if (!part.isEmpty()) {
                parameters.add(parameter(part));
            }
        }
        if (!parameters.isEmpty()) {
            parameters.removeFirst();
        }
        return new Signature(written.substring(0, open), List.copyOf(parameters), rest, named);
    }

    private static Parameter parameter(String written) {
        var equals = written.indexOf('=');
        if (equals < 0) {
            return new Parameter(written, true, null);
        }
        return new Parameter(
                written.substring(0, equals), false, constant(written.substring(equals + 1)));
    }

    private static @Nullable Object constant(String written) {
        return switch (written) {
            case "none" -> null;
            case "true" -> true;
            case "false" -> false;
            case "[]" -> List.of();
            default -> {
                if (written.startsWith("'")) {
                    yield written.substring(1, written.length() - 1)
                            .replace("\\n", "\n")
                            .replace("\\c", ",");
                }
                yield written.contains(".")
                        ? (Object) Double.parseDouble(written)
                        : (Object) Long.parseLong(written);
            }
        };
    }

    /** Where a parameter stands. */
    int indexOf(String parameter) {
        for (var i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name.equals(parameter)) {
                return i;
            }
        }
        throw new IllegalStateException(name + " has no parameter " + parameter);
    }

    /** The arguments of a call, sorted to the parameters. */
    public Bound bind(Arguments arguments) {
        var given = arguments.positional();
        if (given.size() > parameters.size() && !rest) {
            throw PythonError.type(
                    name
                            + "() takes from 1 to "
                            + (parameters.size() + 1)
                            + " positional arguments but "
                            + (given.size() + 1)
                            + " were given");
        }
        var values = new @Nullable Object[parameters.size()];
        var more =
                arguments.named().isEmpty()
                        ? Map.<String, @Nullable Object>of()
                        : new LinkedHashMap<>(arguments.named());
        for (var i = 0; i < values.length; i++) {
            values[i] =
                    i < given.size() ? positional(i, given, more) : byName(parameters.get(i), more);
        }
        if (!more.isEmpty() && !named) {
            throw unexpected(more.keySet().iterator().next());
        }
        var left =
                given.size() > values.length
                        ? given.subList(values.length, given.size())
                        : List.of();
        return new Bound(values, left, more);
    }

    private @Nullable Object positional(
            int index, List<@Nullable Object> given, Map<String, @Nullable Object> more) {
        if (more.containsKey(parameters.get(index).name)) {
            throw PythonError.type(
                    name
                            + "() got multiple values for argument '"
                            + parameters.get(index).name
                            + "'");
        }
        return given.get(index);
    }

    private @Nullable Object byName(Parameter parameter, Map<String, @Nullable Object> more) {
        if (more.containsKey(parameter.name)) {
            return more.remove(parameter.name);
        }
        if (parameter.required) {
            throw PythonError.type(
                    name + "() missing 1 required positional argument: '" + parameter.name + "'");
        }
        return parameter.orElse;
    }

    private PythonError unexpected(String argument) {
        var known = parameters.stream().map(Parameter::name).toList();
        return PythonError.type(
                name
                        + "() got an unexpected keyword argument '"
                        + argument
                        + "'"
                        + Spelling.didYouMean(argument, known));
    }

    /**
     * Sorted arguments.
     *
     * @param values in the order of the parameters
     * @param rest more positional ones
     * @param named more named ones
     */
    public record Bound(
            @Nullable Object[] values,
            List<? extends @Nullable Object> rest,
            Map<String, @Nullable Object> named) {}
}
