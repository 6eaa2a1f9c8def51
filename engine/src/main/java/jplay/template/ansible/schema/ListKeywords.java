package jplay.template.ansible.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.template.python.Comparison;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** What schemas ask of lists. */
final class ListKeywords {
    static final Map<String, Keyword> TABLE =
            Map.of(
                    "maxItems",
                            of(check ->
                                    ScalarKeywords.longest(
                                            check, check.list().size(), "is too long")),
                    "minItems",
                            of(check ->
                                    ScalarKeywords.shortest(
                                            check, check.list().size(), "is too short")),
                    "uniqueItems", of(ListKeywords::unique));

    /** Elements by position before 2020. */
    static final Map<String, Keyword> OLD_ITEMS =
            Map.of(
                    "additionalItems", of(ListKeywords::additional),
                    "items", of(ListKeywords::oldItems));

    static final Map<String, Keyword> ITEMS =
            Map.of("items", of(ListKeywords::items), "prefixItems", of(ListKeywords::prefix));

    static final Keyword CONTAINS = of(ListKeywords::contains);
    static final Keyword OLD_CONTAINS = of(ListKeywords::oldContains);

    private ListKeywords() {}

    private static Keyword of(Keyword keyword) {
        return keyword.of("array");
    }

    /** {@code 1, 2 were}: what is too much. */
    static String extras(List<? extends @Nullable Object> extras) {
        return extras.stream().map(Text::repr).collect(Collectors.joining(", "))
                + (extras.size() == 1 ? " was" : " were");
    }

    private static void unique(Check check) {
        if (Types.truth(check.told()) && !Values.areUnique(check.list())) {
            check.fail(check.repr() + " has non-unique elements");
        }
    }

    private static void each(Check check, int from, @Nullable Object schema) {
        for (var i = from; i < check.list().size(); i++) {
            check.descend(new Check.Part(check.list().get(i), schema), (long) i, null);
        }
    }

    private static void prefix(Check check) {
        var schemas = check.toldList();
        for (var i = 0; i < Math.min(schemas.size(), check.list().size()); i++) {
            check.descend(new Check.Part(check.list().get(i), schemas.get(i)), (long) i, (long) i);
        }
    }

    private static void items(Check check) {
        var prefix = check.beside("prefixItems") instanceof List<?> list ? list.size() : 0;
        var extra = check.list().size() - prefix;
        if (!Boolean.FALSE.equals(check.told())) {
            each(check, prefix, check.told());
        } else if (extra > 0) {
            var rest = check.list().subList(prefix, check.list().size());
            check.fail(
                    "Expected at most %d %s but found %d extra: %s"
                            .formatted(
                                    prefix,
                                    prefix == 1 ? "item" : "items",
                                    extra,
                                    Text.repr(extra == 1 ? rest.getFirst() : rest)));
        }
    }

    private static void oldItems(Check check) {
        if (check.told() instanceof List) {
            prefix(check);
        } else {
            each(check, 0, check.told());
        }
    }

    private static void additional(Check check) {
        if (!(check.beside("items") instanceof List<?> known)) {
            return;
        }
        if (check.told() instanceof Map) {
            each(check, known.size(), check.told());
        } else if (!Types.truth(check.told()) && check.list().size() > known.size()) {
            var extras = check.list().subList(known.size(), check.list().size());
            check.fail("Additional items are not allowed (" + extras(extras) + " unexpected)");
        }
    }

    private static void oldContains(Check check) {
        if (check.list().stream().noneMatch(item -> check.accepts(item, check.told()))) {
            check.fail("None of " + check.repr() + " are valid under the given schema");
        }
    }

    private static void contains(Check check) {
        var matching =
                check.list().stream().filter(item -> check.accepts(item, check.told())).count();
        var most = check.beside("maxContains");
        var least = check.schema().containsKey("minContains") ? check.beside("minContains") : 1L;
        if (most != null && Comparison.ordered(matching, ">", most)) {
            check.fail(
                    "Too many items match the given schema (expected at most "
                            + Text.repr(most)
                            + ")",
                    "maxContains",
                    most);
        } else if (Comparison.ordered(matching, "<", least)) {
            tooFew(check, matching, least);
        }
    }

    private static void tooFew(Check check, long matching, @Nullable Object least) {
        if (matching == 0) {
            check.fail(check.repr() + " does not contain items matching the given schema");
            return;
        }
        check.fail(
                "Too few items match the given schema (expected at least %s but only %d matched)"
                        .formatted(Text.repr(least), matching),
                "minContains",
                least);
    }
}
