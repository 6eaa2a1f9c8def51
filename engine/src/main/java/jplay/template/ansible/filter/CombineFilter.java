package jplay.template.ansible.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * {@code combine}: dicts one over the other.
 *
 * @param recursive whether dicts in them are combined too
 * @param lists what becomes of two lists under one key
 */
public record CombineFilter(boolean recursive, String lists) {
    private static final Set<String> LISTS =
            Set.of("replace", "keep", "append", "prepend", "append_rp", "prepend_rp");

    /** How dicts are combined, as the named arguments of a filter say. */
    public static CombineFilter of(FilterCall call) {
        var named = new LinkedHashMap<>(call.named());
        var recursive = Types.truth(named.remove("recursive"));
        var lists =
                named.containsKey("list_merge") ? Text.of(named.remove("list_merge")) : "replace";
        if (!named.isEmpty()) {
            throw PythonError.type(
                    "'recursive' and 'list_merge' are the only valid keyword arguments");
        }
        if (!LISTS.contains(lists)) {
            throw PythonError.value(
                    "merge_hash: 'list_merge' argument can only be equal to 'replace',"
                            + " 'keep', 'append', 'prepend', 'append_rp' or 'prepend_rp'");
        }
        return new CombineFilter(recursive, lists);
    }

    static @Nullable Object apply(FilterCall call) {
        var combine = of(call);
        var terms = new ArrayList<@Nullable Object>();
        collect(call.value(), terms);
        call.rest().forEach(term -> collect(term, terms));
        terms.removeIf(CombineFilter::isNone);
        return switch (terms.size()) {
            case 0 -> new LinkedHashMap<>();
            case 1 -> terms.getFirst();
            default -> combine.all(terms);
        };
    }

    /** As {@code flatten} drops them. */
    private static boolean isNone(@Nullable Object term) {
        return term == null || term.equals("None") || term.equals("null");
    }

    /** A list stands for what is in it. */
    private static void collect(@Nullable Object term, List<@Nullable Object> terms) {
        if (Types.isSequence(term)) {
            terms.addAll((List<?>) term);
        } else {
            terms.add(term);
        }
    }

    private Object all(List<@Nullable Object> terms) {
        terms.forEach(CombineFilter::requireDict);
        var over = (Map<?, ?>) Objects.requireNonNull(terms.getLast());
        for (var term : terms.reversed().subList(1, terms.size())) {
            over = merge((Map<?, ?>) Objects.requireNonNull(term), over);
        }
        return over;
    }

    private static void requireDict(@Nullable Object term) {
        if (!(Undefined.refuse(term) instanceof Map<?, ?> dict)) {
            throw PythonError.type(
                    "failed to combine variables, expected dicts but got a '"
                            + Types.name(term)
                            + "'");
        }
        dict.values().forEach(Undefined::refuse);
    }

    /** The first dict with the second over it; of equal ones nothing is merged. */
    public Map<@Nullable Object, @Nullable Object> merge(Map<?, ?> under, Map<?, ?> over) {
        if (under.isEmpty() || Comparison.equal(under, over)) {
            return new LinkedHashMap<>(over);
        }
        var result = new LinkedHashMap<@Nullable Object, @Nullable Object>(under);
        over.forEach((key, value) -> {
            var before = Keys.get(result, key);
            Keys.put(result, key, before == PythonObject.ABSENT ? value : merged(before, value));
        });
        return result;
    }

    private @Nullable Object merged(@Nullable Object under, @Nullable Object over) {
        if (recursive && under instanceof Map<?, ?> one && over instanceof Map<?, ?> other) {
            return merge(one, other);
        }
        if (Types.isSequence(under) && Types.isSequence(over)) {
            return mergedLists((List<?>) under, (List<?>) over);
        }
        return over;
    }

    private List<?> mergedLists(List<?> under, List<?> over) {
        return switch (lists) {
            case "keep" -> under;
            case "append" -> joined(under, over);
            case "prepend" -> joined(over, under);
            case "append_rp" -> joined(without(under, over), over);
            case "prepend_rp" -> joined(over, without(under, over));
            default -> over;
        };
    }

    private static List<@Nullable Object> joined(List<?> first, List<?> second) {
        var joined = new ArrayList<@Nullable Object>(first);
        joined.addAll(second);
        return joined;
    }

    private static List<@Nullable Object> without(List<?> list, List<?> unwanted) {
        var rest = new ArrayList<@Nullable Object>(list);
        rest.removeIf(element -> Comparison.contains(unwanted, element));
        return rest;
    }
}
