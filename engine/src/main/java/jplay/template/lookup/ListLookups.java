package jplay.template.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import jplay.template.ansible.Subelements;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Lookups that make lists of what they are given. */
final class ListLookups {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of("dict(terms)", ListLookups::dict),
                    Lookup.of("indexed_items(terms)", ListLookups::indexed),
                    Lookup.of("items(terms)", call -> Terms.opened(call.list())),
                    Lookup.of("flattened(terms)", call -> flattened(call.list())),
                    Lookup.of("list(terms)", FilterCall::list),
                    Lookup.of("nested(terms)", ListLookups::nested),
                    Lookup.of("cartesian(terms)", ListLookups::cartesian),
                    Lookup.of("random_choice(terms)", ListLookups::randomChoice),
                    Lookup.of(
                            "sequence(terms, start=none, end=none, count=none, stride=none, format=none)",
                            Sequence::run),
                    Lookup.of("subelements(terms, **kwargs)", ListLookups::subelements),
                    Lookup.of("together(terms)", ListLookups::together));

    private ListLookups() {}

    private static List<@Nullable Object> dict(FilterCall call) {
        var items = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            if (!(term instanceof Map<?, ?> dict)) {
                throw PythonError.type(
                        "the 'dict' lookup plugin expects a dictionary, got '"
                                + Text.of(term)
                                + "' of type "
                                + Types.name(term)
                                + ")");
            }
            dict.forEach((key, value) -> {
                var item = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                item.put("key", key);
                item.put("value", value);
                items.add(item);
            });
        }
        return items;
    }

    private static List<@Nullable Object> indexed(FilterCall call) {
        var items = Terms.opened(call.list());
        var indexed = new ArrayList<@Nullable Object>();
        for (var i = 0; i < items.size(); i++) {
            indexed.add(Tuple.of((long) i, items.get(i)));
        }
        return indexed;
    }

    /** All that is in lists at any depth; a list ends at the text that stands for nothing. */
    private static List<@Nullable Object> flattened(List<?> terms) {
        var flat = new ArrayList<@Nullable Object>();
        for (var term : terms) {
            if (term instanceof CharSequence text
                    && (text.toString().equals("None") || text.toString().equals("null"))) {
                break;
            }
            if (Types.isSequence(term)) {
                flat.addAll(flattened((List<?>) term));
            } else {
                flat.add(term);
            }
        }
        return flat;
    }

    /** Every combination of one element of each list; lists among the elements are opened. */
    private static List<@Nullable Object> product(List<List<@Nullable Object>> lists) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of());
        for (var list : lists) {
            var longer = new ArrayList<List<@Nullable Object>>();
            for (var row : rows) {
                list.forEach(element -> longer.add(with(row, element)));
            }
            rows = longer;
        }
        return new ArrayList<>(rows.stream().map(Terms::opened).toList());
    }

    private static List<@Nullable Object> with(
            List<@Nullable Object> row, @Nullable Object element) {
        var longer = new ArrayList<>(row);
        longer.add(element);
        return longer;
    }

    private static List<List<@Nullable Object>> lists(FilterCall call, String name) {
        var lists = new ArrayList<List<@Nullable Object>>();
        call.list().forEach(term -> lists.add(Iteration.list(term)));
        if (lists.isEmpty()) {
            throw PythonError.value(name + " requires at least one element in the nested list");
        }
        return lists;
    }

    private static List<@Nullable Object> nested(FilterCall call) {
        return product(lists(call, "with_nested"));
    }

    private static List<@Nullable Object> cartesian(FilterCall call) {
        var lists = new ArrayList<List<@Nullable Object>>();
        call.list()
                .forEach(term ->
                        lists.add(
                                Types.isSequence(term)
                                        ? Iteration.list(term)
                                        : Collections.singletonList(term)));
        if (lists.isEmpty()) {
            throw PythonError.value("with_cartesian requires at least one element in each list");
        }
        return product(lists);
    }

    private static List<@Nullable Object> together(FilterCall call) {
        var lists = lists(call, "with_together");
        var count = lists.stream().mapToInt(List::size).max().orElse(0);
        var rows = new ArrayList<@Nullable Object>();
        for (var i = 0; i < count; i++) {
            var row = new ArrayList<@Nullable Object>();
            for (var list : lists) {
                row.add(i < list.size() ? list.get(i) : null);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<@Nullable Object> randomChoice(FilterCall call) {
        var terms = Terms.opened(call.list());
        var chosen = new ArrayList<@Nullable Object>();
        if (!terms.isEmpty()) {
            chosen.add(terms.get(ThreadLocalRandom.current().nextInt(terms.size())));
        }
        return chosen;
    }

    private static List<@Nullable Object> subelements(FilterCall call) {
        var terms = call.list();
        if (terms.size() < 2 || terms.size() > 3) {
            throw PythonError.value("subelements lookup expects a list of two or three items");
        }
        var skip =
                terms.size() == 3
                        && terms.get(2) instanceof Map<?, ?> flags
                        && Types.truth(flags.get("skip_missing"));
        var path = List.of(Text.of(terms.get(1)).split("\\.", -1));
        var pairs = new ArrayList<@Nullable Object>();
        for (var pair : new Subelements(path, skip).of(unskipped(terms.getFirst()))) {
            var parts = Iteration.list(pair);
            pairs.add(Tuple.of(without(parts.getFirst(), path), parts.getLast()));
        }
        return pairs;
    }

    /** Results of tasks that were skipped have nothing to loop over. */
    private static @Nullable Object unskipped(@Nullable Object owners) {
        if (!(owners instanceof List<?> list)) {
            return owners;
        }
        return list.stream()
                .filter(owner ->
                        !(owner instanceof Map<?, ?> dict && Types.truth(dict.get("skipped"))))
                .toList();
    }

    /** The element as the loop shows it: without the list that its path leads to. */
    private static @Nullable Object without(@Nullable Object element, List<String> path) {
        if (!(element instanceof Map<?, ?> dict)) {
            return element;
        }
        var rest = new LinkedHashMap<@Nullable Object, @Nullable Object>(dict);
        if (path.size() == 1) {
            rest.remove(path.getFirst());
        } else {
            rest.computeIfPresent(
                    path.getFirst(), (_, inner) -> without(inner, path.subList(1, path.size())));
        }
        return rest;
    }
}
