package jplay.template.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jplay.template.expr.Dialect;
import jplay.template.python.Arithmetic;
import jplay.template.python.Generator;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.Markup;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/** Jinja's filters on lists, dicts and values of any kind. */
final class JinjaSequenceFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("attr(obj, name)", JinjaSequenceFilters::attribute),
                    filter("batch(value, linecount, fill_with=none)", JinjaSequenceFilters::batch),
                    filter("count(obj)", call -> Iteration.length(call.value())),
                    filter(
                                    "d(value, default_value='', boolean=false)",
                                    JinjaSequenceFilters::orElse)
                            .acceptingUndefined(),
                    filter(
                                    "default(value, default_value='', boolean=false)",
                                    JinjaSequenceFilters::orElse)
                            .acceptingUndefined(),
                    filter(
                            "dictsort(value, case_sensitive=false, by='key', reverse=false)",
                            JinjaOrder::dictSort),
                    filter("first(seq)", JinjaSequenceFilters::first),
                    filter(
                            "groupby(value, attribute, default=none, case_sensitive=false)",
                            JinjaOrder::groupBy),
                    filter("items(value)", JinjaSequenceFilters::items),
                    filter("join(value, d='', attribute=none)", JinjaSequenceFilters::join),
                    filter("last(seq)", JinjaSequenceFilters::last),
                    filter("length(obj)", call -> Iteration.length(call.value())),
                    filter("list(value)", JinjaSequenceFilters::list),
                    filter(
                            "max(value, case_sensitive=false, attribute=none)",
                            call -> JinjaOrder.extreme(call, ">")),
                    filter(
                            "min(value, case_sensitive=false, attribute=none)",
                            call -> JinjaOrder.extreme(call, "<")),
                    filter("random(seq)", JinjaSequenceFilters::random),
                    filter("reverse(value)", JinjaSequenceFilters::reverse),
                    filter("slice(value, slices, fill_with=none)", JinjaSequenceFilters::slice),
                    filter(
                            "sort(value, reverse=false, case_sensitive=false, attribute=none)",
                            JinjaOrder::sort),
                    filter("sum(iterable, attribute=none, start=0)", JinjaSequenceFilters::sum),
                    filter(
                            "unique(value, case_sensitive=false, attribute=none)",
                            JinjaSequenceFilters::unique));

    private JinjaSequenceFilters() {}

    private static @Nullable Object attribute(FilterCall call) {
        Undefined.refuse(call.value());
        var name = call.text("name");
        var own = call.evaluation().attribute(call.value(), name);
        return call.value() instanceof Map
                        && jplay.template.method.Attributes.own(call.value(), name)
                                == PythonObject.ABSENT
                ? jplay.template.method.Attributes.missingAttribute(call.value(), name)
                : own;
    }

    private static Object batch(FilterCall call) {
        var size = Math.max(1, call.integer("linecount"));
        var batches = new ArrayList<@Nullable Object>();
        var elements = call.list();
        for (var from = 0; from < elements.size(); from += size) {
            var batch =
                    new ArrayList<@Nullable Object>(
                            elements.subList(from, Math.min(elements.size(), from + size)));
            while (call.has("fill_with") && batch.size() < size) {
                batch.add(call.get("fill_with"));
            }
            batches.add(batch);
        }
        return new Generator(batches.iterator());
    }

    private static @Nullable Object orElse(FilterCall call) {
        var value = call.value();
        var ansible = call.evaluation().dialect() == Dialect.ANSIBLE;
        if (ansible && !(call.get("boolean") instanceof Boolean)) {
            throw PythonError.type(
                    "The 'boolean' argument must be of type 'bool', not '"
                            + Types.name(call.get("boolean"))
                            + "'.");
        }
        if (value instanceof Undefined missing) {
            if (missing.isFailed()) {
                throw missing.failure();
            }
            return ansible && missing.isLenient() && !call.flag("boolean")
                    ? value
                    : call.get("default_value");
        }
        return call.flag("boolean") && !Types.truth(value) ? call.get("default_value") : value;
    }

    private static Object list(FilterCall call) {
        var elements = call.list();
        if (call.evaluation().dialect() == Dialect.ANSIBLE && !(call.value() instanceof Tuple)) {
            elements.forEach(Undefined::refuse);
        }
        return elements;
    }

    private static @Nullable Object first(FilterCall call) {
        var elements = Iteration.over(call.value());
        return elements.hasNext()
                ? elements.next()
                : Undefined.of("No first item, sequence was empty.");
    }

    private static @Nullable Object last(FilterCall call) {
        if (call.value() instanceof Generator
                || call.value() == null
                || Types.isNumber(call.value())) {
            throw PythonError.type("'" + Types.name(call.value()) + "' object is not reversible");
        }
        var elements = call.list();
        return elements.isEmpty()
                ? Undefined.of("No last item, sequence was empty.")
                : elements.getLast();
    }

    private static Object items(FilterCall call) {
        if (call.value() instanceof Undefined) {
            return new Generator(Collections.emptyIterator());
        }
        if (!(call.value() instanceof Map<?, ?> dict)) {
            throw PythonError.type("Can only get item pairs from a mapping.");
        }
        return new Generator(new View(dict, View.Kind.ITEMS).iterator());
    }

    private static Object join(FilterCall call) {
        var path = AttributePath.of(call, call.get("attribute"));
        var parts = call.list().stream().map(path::in).toList();
        var escaping =
                call.evaluation().escaping()
                        && (call.get("d") instanceof Markup
                                || parts.stream().anyMatch(Markup.class::isInstance));
        if (!escaping) {
            return String.join(call.text("d"), parts.stream().map(Text::of).toList());
        }
        return new Markup(
                String.join(
                        Markup.escape(call.get("d")), parts.stream().map(Markup::escape).toList()));
    }

    private static @Nullable Object random(FilterCall call) {
        if (call.value() instanceof Map) {
            throw new PythonError("KeyError", "0");
        }
        var elements = call.list();
        return elements.isEmpty()
                ? Undefined.of("No random item, sequence was empty.")
                : elements.get(
                        java.util.concurrent.ThreadLocalRandom.current().nextInt(elements.size()));
    }

    private static Object reverse(FilterCall call) {
        if (call.value() instanceof CharSequence text) {
            var characters = Strings.characters(text.toString()).reversed();
            return String.join("", characters.stream().map(Text::of).toList());
        }
        if (call.value() == null || Types.isNumber(call.value())) {
            throw new PythonError("FilterArgumentError", "argument must be iterable");
        }
        var elements = call.list();
        Collections.reverse(elements);
        return call.value() instanceof Generator ? elements : new Generator(elements.iterator());
    }

    private static Object slice(FilterCall call) {
        var count = call.integer("slices");
        if (count == 0) {
            throw new PythonError("ZeroDivisionError", "integer division or modulo by zero");
        }
        var elements = call.list();
        var slices = new ArrayList<@Nullable Object>();
        var from = 0;
        for (var i = 0; i < count; i++) {
            var larger = i < elements.size() % count;
            var to = from + elements.size() / count + (larger ? 1 : 0);
            var slice = new ArrayList<@Nullable Object>(elements.subList(from, to));
            if (call.has("fill_with") && !larger) {
                slice.add(call.get("fill_with"));
            }
            slices.add(slice);
            from = to;
        }
        return new Generator(slices.iterator());
    }

    private static @Nullable Object sum(FilterCall call) {
        var path = AttributePath.of(call, call.get("attribute"));
        var sum = call.get("start");
        if (sum instanceof CharSequence) {
            throw PythonError.type("sum() can't sum strings [use ''.join(seq) instead]");
        }
        for (var element : call.list()) {
            sum = Arithmetic.add(sum, path.in(element));
        }
        return sum;
    }

    private static Object unique(FilterCall call) {
        var path =
                AttributePath.of(call, call.get("attribute"))
                        .caseMatters(call.flag("case_sensitive"));
        var seen = new HashSet<@Nullable Object>();
        var elements = call.list();
        elements.removeIf(element -> !seen.add(Keys.canonical(path.in(element))));
        return new Generator(elements.iterator());
    }
}
