package jplay.template.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import jplay.template.expr.Dialect;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Tuple;
import jplay.template.python.Undefined;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/** What Jinja's filters do that need an order. */
final class JinjaOrder {
    private JinjaOrder() {}

    static Object dictSort(FilterCall call) {
        var by = call.text("by");
        if (!by.equals("key") && !by.equals("value")) {
            throw new PythonError(
                    "FilterArgumentError", "You can only sort by either \"key\" or \"value\"");
        }
        var position = by.equals("key") ? 0 : 1;
        var pairs = new ArrayList<@Nullable Object>(new View(call.dict(), View.Kind.ITEMS));
        Comparator<@Nullable Object> order =
                (left, right) ->
                        Comparison.ORDER.compare(
                                part(call, left, position), part(call, right, position));
        pairs.sort(call.flag("reverse") ? order.reversed() : order);
        return pairs;
    }

    private static @Nullable Object part(FilterCall call, @Nullable Object pair, int position) {
        var part = Iteration.list(pair).get(position);
        return call.flag("case_sensitive") ? part : AttributePath.lower(part);
    }

    static Object groupBy(FilterCall call) {
        var attribute = call.get("attribute");
        var orElse = call.evaluation().dialect() == Dialect.PLAIN ? call.get("default") : null;
        var shown = AttributePath.of(call, attribute).orElse(orElse);
        var compared =
                AttributePath.of(call, attribute)
                        .orElse(orElse)
                        .caseMatters(call.flag("case_sensitive"));
        var elements = call.list();
        elements.sort(
                (left, right) -> Comparison.ORDER.compare(compared.in(left), compared.in(right)));
        var groups = new ArrayList<@Nullable Object>();
        Object current = null;
        List<@Nullable Object> members = null;
        for (var element : elements) {
            var key = Undefined.refuse(compared.in(element));
            if (members == null || !Comparison.equal(key, current)) {
                members = new ArrayList<>();
                groups.add(Tuple.named(List.of("grouper", "list"), shown.in(element), members));
                current = key;
            }
            members.add(element);
        }
        return groups;
    }

    static Object sort(FilterCall call) {
        var attribute = call.get("attribute");
        var names =
                attribute instanceof CharSequence text && text.toString().contains(",")
                        ? Arrays.asList((Object[]) text.toString().split(","))
                        : Collections.singletonList(attribute);
        var paths =
                names.stream()
                        .map(name ->
                                AttributePath.of(call, name)
                                        .caseMatters(call.flag("case_sensitive")))
                        .toList();
        var keyed = new ArrayList<Tuple>();
        for (var element : call.list()) {
            var keys = paths.stream().map(path -> path.in(element)).toList();
            if (call.evaluation().dialect() == Dialect.ANSIBLE) {
                keys.forEach(Undefined::refuse);
            }
            keyed.add(Tuple.of(element, keys));
        }
        Comparator<Tuple> order =
                (left, right) -> Comparison.ORDER.compare(left.get(1), right.get(1));
        keyed.sort(call.flag("reverse") ? order.reversed() : order);
        return new ArrayList<@Nullable Object>(keyed.stream().map(Tuple::getFirst).toList());
    }

    static @Nullable Object extreme(FilterCall call, String order) {
        var path =
                AttributePath.of(call, call.get("attribute"))
                        .caseMatters(call.flag("case_sensitive"));
        var elements = Iteration.over(call.value());
        if (!elements.hasNext()) {
            return Undefined.of("No aggregated item, sequence was empty.");
        }
        var best = elements.next();
        Undefined.refuse(path.in(best));
        while (elements.hasNext()) {
            var next = elements.next();
            best = Comparison.ordered(path.in(next), order, path.in(best)) ? next : best;
        }
        return best;
    }
}
