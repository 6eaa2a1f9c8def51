package jplay.template.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.expr.Dialect;
import jplay.template.lazy.Lazy;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.PythonError;
import jplay.template.python.Tuple;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** A macro as a value: it runs where it was defined. */
record Macro(MacroStatement.Definition definition, Rendering rendering, Frame around)
        implements Callable {
    @Override
    public @Nullable Object call(Arguments arguments) {
        var frame = new Frame(around);
        return rendering.inFile(() ->
                rendering.capture(
                        frame,
                        () -> {
                            bind(frame, arguments);
                            rendering.body(definition.body());
                        }));
    }

    private void bind(Frame frame, Arguments arguments) {
        var named = new LinkedHashMap<>(arguments.named());
        var parameters = definition.parameters();
        for (var i = 0; i < parameters.size(); i++) {
            var name = parameters.get(i);
            if (i < arguments.positional().size()) {
                frame.set(name, given(arguments.positional().get(i)));
            } else if (named.containsKey(name)) {
                frame.set(name, given(named.remove(name)));
            } else {
                frame.set(name, Undefined.of("parameter '" + name + "' was not provided"));
            }
        }
        bindCaller(frame, named);
        bindRest(frame, arguments.positional(), named);
        bindDefaults(frame, arguments);
    }

    /** What a macro changes in its arguments is not seen by its caller in Ansible. */
    private @Nullable Object given(@Nullable Object argument) {
        return rendering.dialect() == Dialect.ANSIBLE ? Lazy.copy(argument) : argument;
    }

    private void bindCaller(Frame frame, Map<String, @Nullable Object> named) {
        if (definition.mentioned().contains("caller")) {
            var caller = named.remove("caller");
            frame.set("caller", caller == null ? Undefined.of("No caller defined") : caller);
        }
    }

    private void bindRest(
            Frame frame, List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
        var count = definition.parameters().size();
        if (definition.mentioned().contains("kwargs")) {
            frame.set("kwargs", new LinkedHashMap<Object, @Nullable Object>(named));
        } else if (!named.isEmpty()) {
            throw PythonError.type(
                    "macro '"
                            + definition.name()
                            + "' takes no keyword argument '"
                            + named.keySet().iterator().next()
                            + "'");
        }
        if (definition.mentioned().contains("varargs")) {
            var rest = positional.subList(Math.min(count, positional.size()), positional.size());
            frame.set("varargs", Tuple.from(rest));
        } else if (positional.size() > count) {
            throw PythonError.type(
                    "macro '"
                            + definition.name()
                            + "' takes not more than "
                            + count
                            + " argument(s)");
        }
    }

    private void bindDefaults(Frame frame, Arguments arguments) {
        var parameters = definition.parameters();
        var first = parameters.size() - definition.defaults().size();
        for (var i = Math.max(first, arguments.positional().size()); i < parameters.size(); i++) {
            var name = parameters.get(i);
            if (!arguments.named().containsKey(name)) {
                frame.set(name, definition.defaults().get(i - first).evaluate(rendering));
            }
        }
    }

    @Override
    public boolean acceptsUndefined() {
        return true;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "name" -> definition.name();
            case "arguments" -> Tuple.from(definition.parameters());
            case "catch_kwargs" -> definition.mentioned().contains("kwargs");
            case "catch_varargs" -> definition.mentioned().contains("varargs");
            case "caller" -> definition.mentioned().contains("caller");
            default -> ABSENT;
        };
    }

    @Override
    public String typeName() {
        return "Macro";
    }

    @Override
    public String toString() {
        return "<Macro '" + definition.name() + "'>";
    }
}
