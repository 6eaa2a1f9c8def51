package jplay.template.ansible.schema;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Which keywords a draft knows. */
final class Keywords {
    /** The drafts that brought keywords which older ones do not know. */
    private static final Map<String, Draft> FIRST =
            Map.ofEntries(
                    Map.entry("allOf", Draft.DRAFT_4),
                    Map.entry("anyOf", Draft.DRAFT_4),
                    Map.entry("const", Draft.DRAFT_6),
                    Map.entry("contains", Draft.DRAFT_6),
                    Map.entry("if", Draft.DRAFT_7),
                    Map.entry("maxProperties", Draft.DRAFT_4),
                    Map.entry("minProperties", Draft.DRAFT_4),
                    Map.entry("multipleOf", Draft.DRAFT_4),
                    Map.entry("not", Draft.DRAFT_4),
                    Map.entry("oneOf", Draft.DRAFT_4),
                    Map.entry("propertyNames", Draft.DRAFT_6),
                    Map.entry("required", Draft.DRAFT_4));

    private static final Map<Draft, Map<String, Keyword>> TABLES = tables();

    private Keywords() {}

    private static Map<Draft, Map<String, Keyword>> tables() {
        var tables = new EnumMap<Draft, Map<String, Keyword>>(Draft.class);
        for (var draft : Draft.values()) {
            tables.put(draft, table(draft));
        }
        return tables;
    }

    private static Map<String, Keyword> table(Draft draft) {
        var table = new HashMap<String, Keyword>();
        table.putAll(ScalarKeywords.TABLE);
        table.putAll(ListKeywords.TABLE);
        table.putAll(DictKeywords.TABLE);
        table.putAll(LogicKeywords.TABLE);
        table.putAll(
                draft.isBefore(Draft.DRAFT_6) ? ScalarKeywords.OLD_BOUNDS : ScalarKeywords.BOUNDS);
        table.putAll(draft == Draft.DRAFT_2020 ? ListKeywords.ITEMS : ListKeywords.OLD_ITEMS);
        if (draft.isBefore(Draft.DRAFT_2019)) {
            table.putAll(DictKeywords.DEPENDENCIES);
            table.put("contains", ListKeywords.OLD_CONTAINS);
        } else {
            table.putAll(DictKeywords.DEPENDENT);
            table.put("contains", ListKeywords.CONTAINS);
            table.putAll(UnevaluatedKeywords.TABLE);
            table.putAll(LogicKeywords.DYNAMIC);
        }
        table.keySet().removeIf(keyword -> FIRST.getOrDefault(keyword, draft).compareTo(draft) > 0);
        table.putAll(draft == Draft.DRAFT_3 ? ThirdDraftKeywords.TABLE : Map.of());
        return Map.copyOf(table);
    }

    static Map<String, Keyword> of(Draft draft) {
        return TABLES.getOrDefault(draft, Map.of());
    }
}
