package jplay.template.global;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.lookup.LookupFunctions;
import jplay.template.method.DictMethods;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.Namespace;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Range;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/** The functions and objects by name. */
public final class Globals {
    private static final long LONGEST_RANGE = 100_000;

    /** Gives a global for one evaluation. */
    private interface Maker {
        Object make(Evaluation evaluation);
    }

    private static final Map<String, Maker> JINJA =
            Map.ofEntries(
                    entry("cycler", _ -> (Callable) Cycler::of),
                    entry("dict", _ -> (Callable) Globals::dict),
                    entry("joiner", _ -> (Callable) Joiner::of),
                    entry("lipsum", _ -> (Callable) _ -> "Lorem ipsum dolor sit amet."),
                    entry("namespace", _ -> (Callable) Globals::namespace),
                    entry("range", _ -> (Callable) Globals::range));

    private static final Map<String, Maker> ANSIBLE =
            Map.ofEntries(
                    entry("lookup", LookupFunctions::lookup),
                    entry("now", _ -> (Callable) Clock::now),
                    entry("omit", _ -> Omit.OMIT),
                    entry("q", LookupFunctions::query),
                    entry("query", LookupFunctions::query),
                    entry("undef", _ -> (Callable) Globals::undef));

    private Globals() {}

    /** A global; undefined when there is none. */
    public static Object get(String name, Evaluation evaluation) {
        var maker = JINJA.get(name);
        if (maker == null && evaluation.dialect() == Dialect.ANSIBLE) {
            maker = ANSIBLE.get(name);
        }
        return maker == null
                ? Undefined.variable(name).instead(name, () -> known(evaluation))
                : maker.make(evaluation);
    }

    private static Set<String> known(Evaluation evaluation) {
        var names = new HashSet<>(evaluation.surroundings().variableNames());
        names.addAll(JINJA.keySet());
        names.addAll(ANSIBLE.keySet());
        return names;
    }

    private static Object range(Arguments call) {
        call.expect("range", 1, 3);
        var bounds = call.positional().stream().mapToLong(Globals::bound).toArray();
        var start = bounds.length > 1 ? bounds[0] : 0;
        var range =
                new Range(
                        start,
                        bounds.length > 1 ? bounds[1] : bounds[0],
                        bounds.length > 2 ? bounds[2] : 1);
        if (range.size() > LONGEST_RANGE) {
            throw new PythonError(
                    "OverflowError",
                    "Range too big. The sandbox blocks ranges larger"
                            + " than MAX_RANGE ("
                            + LONGEST_RANGE
                            + ").");
        }
        return range;
    }

    private static long bound(@Nullable Object value) {
        if (!Types.isIntegral(value)) {
            Undefined.refuse(value);
            throw PythonError.type(
                    "'" + Types.name(value) + "' object cannot be interpreted as an integer");
        }
        return Numbers.big(value).longValue();
    }

    private static Object dict(Arguments call) {
        if (call.positional().size() > 1) {
            throw PythonError.type("dict expected at most 1 argument, got " + call.size());
        }
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (!call.positional().isEmpty()) {
            DictMethods.merge(dict, call.first());
        }
        dict.putAll(call.named());
        return dict;
    }

    private static Object namespace(Arguments call) {
        var namespace = new Namespace();
        for (var source : call.positional()) {
            var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            DictMethods.merge(dict, source);
            dict.forEach((key, value) -> namespace.set(Text.of(key), value));
        }
        call.named().forEach(namespace::set);
        return namespace;
    }

    private static Object undef(Arguments call) {
        var hint = call.get(0, "hint", null);
        if (hint != null && !(hint instanceof CharSequence)) {
            throw PythonError.type(
                    "The 'hint' argument must be of type 'str' or 'NoneType', not '"
                            + Types.name(hint)
                            + "'.");
        }
        return Undefined.of(hint == null ? "A value is required." : Text.of(hint));
    }

    /** {@code joiner()}: nothing at first, then a separator. */
    private static final class Joiner implements Callable {
        private final @Nullable Object separator;
        private boolean used;

        private Joiner(@Nullable Object separator) {
            this.separator = separator;
        }

        static Joiner of(Arguments call) {
            return new Joiner(call.get(0, "sep", ", "));
        }

        @Override
        public @Nullable Object call(Arguments arguments) {
            var first = !used;
            used = true;
            return first ? "" : separator;
        }

        @Override
        public String typeName() {
            return "Joiner";
        }
    }

    /** {@code cycler()}: one value after the other. */
    private static final class Cycler implements PythonObject {
        private final Arguments values;
        private int position;

        private Cycler(Arguments values) {
            this.values = values;
        }

        static Cycler of(Arguments call) {
            if (call.positional().isEmpty()) {
                throw new PythonError("RuntimeError", "at least one item has to be provided");
            }
            return new Cycler(call);
        }

        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "current" -> values.positional().get(position);
                case "next" -> (Callable) _ -> next();
                case "reset" ->
                        (Callable)
                                _ -> {
                                    position = 0;
                                    return null;
                                };
                default -> ABSENT;
            };
        }

        private @Nullable Object next() {
            var value = values.positional().get(position);
            position = (position + 1) % values.positional().size();
            return value;
        }

        @Override
        public String typeName() {
            return "Cycler";
        }
    }
}
