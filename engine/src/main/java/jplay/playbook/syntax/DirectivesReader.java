package jplay.playbook.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.Directives;
import jplay.playbook.Directives.Condition;
import jplay.playbook.Directives.Setting;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Picks out of a mapping what goes down to tasks, and single values. Says nothing about mistakes.
 */
public final class DirectivesReader {
    private DirectivesReader() {}

    /** What was written on this mapping alone. */
    public static Directives own(Mapping mapping, Holder holder) {
        var settings = new LinkedHashMap<String, Setting>();
        for (var entry : mapping.entries()) {
            var keyword = entry.key().text();
            var value = entry.value();
            if (Keywords.isSetting(holder, keyword) && !isNothing(value)) {
                settings.put(keyword, new Setting(value.value(), value.location()));
            }
        }
        return new Directives(
                conditions(mapping),
                values(mapping, "tags"),
                variables(mapping, "vars"),
                values(mapping, "environment"),
                values(mapping, "module_defaults"),
                settings);
    }

    private static List<Condition> conditions(Mapping mapping) {
        return items(mapping, "when").stream()
                .map(item -> new Condition(item.value(), item.location()))
                .toList();
    }

    /** The items of a list, or the only one where no list was written. */
    public static List<YamlNode> items(Mapping mapping, String keyword) {
        return mapping.get(keyword)
                .filter(value -> !isNothing(value))
                .map(value -> value instanceof Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** The values of {@link #items}. */
    public static List<@Nullable Object> values(Mapping mapping, String keyword) {
        var values = new ArrayList<@Nullable Object>();
        items(mapping, keyword).forEach(item -> values.add(item.value()));
        return values;
    }

    /** One value as written; null when there is none. */
    public static @Nullable Object value(Mapping mapping, String keyword) {
        return mapping.get(keyword).map(YamlNode::value).orElse(null);
    }

    /** The text of a value as written; empty when there is none. */
    public static Optional<String> text(Mapping mapping, String keyword) {
        return mapping.get(keyword)
                .filter(value -> value instanceof Scalar && !isNothing(value))
                .map(value -> ((Scalar) value).text());
    }

    /** A mapping of variables; empty when there is none. */
    public static Map<String, @Nullable Object> variables(Mapping mapping, String keyword) {
        return mapping.get(keyword)
                .filter(Mapping.class::isInstance)
                .map(value -> variables(((Mapping) value).entries()))
                .orElse(Map.of());
    }

    /** Entries by the text of their keys. */
    public static Map<String, @Nullable Object> variables(List<Entry> entries) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach(entry -> values.put(entry.key().text(), entry.value().value()));
        return values;
    }

    /** Whether it is YAML's null. */
    public static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.resolved() == null;
    }
}
