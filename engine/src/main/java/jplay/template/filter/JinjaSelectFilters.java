package jplay.template.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jplay.template.expr.Invocation;
import jplay.template.expr.Plugin;
import jplay.template.python.Arguments;
import jplay.template.python.Generator;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Jinja's filters that apply other filters and tests to all elements. */
final class JinjaSelectFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("map(value, *args, **kwargs)", JinjaSelectFilters::map),
                    filter("reject(value, *args, **kwargs)", call -> select(call, false, false)),
                    filter("rejectattr(value, *args, **kwargs)", call -> select(call, true, false)),
                    filter("select(value, *args, **kwargs)", call -> select(call, false, true)),
                    filter("selectattr(value, *args, **kwargs)", call -> select(call, true, true)));

    private JinjaSelectFilters() {}

    private static Iterator<@Nullable Object> elements(FilterCall call) {
        var value = call.value();
        if (!(value instanceof Undefined) && !Types.truth(value)) {
            return Collections.emptyIterator();
        }
        return Iteration.over(value);
    }

    private static Object map(FilterCall call) {
        var function =
                call.rest().isEmpty() && call.named().containsKey("attribute")
                        ? attribute(call)
                        : filterOf(call);
        var elements = elements(call);
        return new Generator(
                new Iterator<@Nullable Object>() {
                    @Override
                    public boolean hasNext() {
                        return elements.hasNext();
                    }

                    @Override
                    public @Nullable Object next() {
                        return function.apply(elements.next());
                    }
                });
    }

    private static UnaryOperator<@Nullable Object> attribute(FilterCall call) {
        for (var name : call.named().keySet()) {
            if (!Set.of("attribute", "default").contains(name)) {
                throw new PythonError(
                        "FilterArgumentError", "Unexpected keyword argument '" + name + "'");
            }
        }
        var path =
                AttributePath.of(call, call.named().get("attribute"))
                        .orElse(call.named().get("default"));
        return path::in;
    }

    private static UnaryOperator<@Nullable Object> filterOf(FilterCall call) {
        if (call.rest().isEmpty()) {
            throw new PythonError("FilterArgumentError", "map requires a filter argument");
        }
        var name = Text.of(call.rest().getFirst());
        var catalog = call.evaluation().catalog();
        var filter =
                catalog.filter(name)
                        .orElseThrow(
                                () -> Invocation.unknown("filter", name, catalog.filterNames()));
        var arguments = argumentsAfter(call, 1);
        return element -> filter.invoke(call.evaluation(), element, arguments);
    }

    private static Arguments argumentsAfter(FilterCall call, int count) {
        var rest = new ArrayList<@Nullable Object>(call.rest().subList(count, call.rest().size()));
        return new Arguments(rest, call.named());
    }

    private static Object select(FilterCall call, boolean byAttribute, boolean wanted) {
        if (byAttribute && call.rest().isEmpty()) {
            throw new PythonError("FilterArgumentError", "Missing parameter for attribute name");
        }
        var path = AttributePath.of(call, byAttribute ? call.rest().getFirst() : null);
        var predicate = predicate(call, byAttribute ? 1 : 0);
        return new Generator(
                new Selected(
                        elements(call), element -> predicate.test(path.in(element)) == wanted));
    }

    private static Predicate<@Nullable Object> predicate(FilterCall call, int from) {
        if (call.rest().size() <= from) {
            return Types::truth;
        }
        var name = Text.of(call.rest().get(from));
        var catalog = call.evaluation().catalog();
        Plugin test =
                catalog.test(name)
                        .orElseThrow(() -> Invocation.unknown("test", name, catalog.testNames()));
        var arguments = argumentsAfter(call, from + 1);
        return element -> Types.truth(test.invoke(call.evaluation(), element, arguments));
    }

    /** Elements that satisfy a predicate, looked for one at a time. */
    private static final class Selected implements Iterator<@Nullable Object> {
        private final Iterator<@Nullable Object> elements;
        private final Predicate<@Nullable Object> predicate;
        private @Nullable Object next;
        private boolean found;

        private Selected(
                Iterator<@Nullable Object> elements, Predicate<@Nullable Object> predicate) {
            this.elements = elements;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (!found && elements.hasNext()) {
                next = elements.next();
                found = predicate.test(next);
            }
            return found;
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            found = false;
            return next;
        }
    }
}
