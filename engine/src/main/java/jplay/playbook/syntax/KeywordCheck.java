package jplay.playbook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.playbook.syntax.Keywords.Kind;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;

/** Checks the keys of plays, blocks and tasks and the shape of their values. */
public record KeywordCheck(Holder holder, Findings findings) {
    private static final Set<String> TRUTHS =
            Set.of(
                    "y", "yes", "on", "1", "true", "t", "1.0", "n", "no", "off", "0", "false", "f",
                    "0.0");
    private static final Set<String> EXPRESSIONS =
            Set.of("when", "changed_when", "failed_when", "until");

    /** Reports wrong values and duplicate keys; returns the entries whose keys are no keywords. */
    public List<Entry> others(Mapping mapping) {
        duplicates(mapping);
        var known = Keywords.of(holder);
        var others = new ArrayList<Entry>();
        for (var entry : mapping.entries()) {
            var kind = known.get(entry.key().text());
            if (kind == null) {
                others.add(entry);
            } else {
                value(entry, kind);
            }
        }
        return others;
    }

    /** Reports wrong values, duplicate and unknown keys. */
    public void all(Mapping mapping) {
        others(mapping).forEach(entry -> unknown(entry.key()));
    }

    public void duplicates(Mapping mapping) {
        for (var key : mapping.duplicates()) {
            findings.error(key, duplicate(key.text()));
        }
    }

    public static String duplicate(String key) {
        return "duplicate key '" + key + "', the last one wins";
    }

    public void unknown(Scalar key) {
        var keyword = key.text();
        var homes = Keywords.homes(keyword);
        if (homes.isEmpty()) {
            var hint = Spelling.didYouMean(keyword, Keywords.of(holder).keySet());
            findings.error(key, "unknown keyword '" + keyword + "' of " + holder.words() + hint);
            return;
        }
        findings.error(
                key,
                "keyword '"
                        + keyword
                        + "' does not belong on "
                        + holder.words()
                        + ", only on "
                        + homes);
    }

    private void value(Entry entry, Kind kind) {
        var value = entry.value();
        var template = value.value() instanceof TemplateString;
        if (template && EXPRESSIONS.contains(entry.key().text())) {
            bracedCondition(entry.key().text(), value);
        }
        var empty = value instanceof Scalar scalar && scalar.resolved() == null;
        if (!template && !empty && !fits(value, kind)) {
            findings.error(
                    value,
                    "'"
                            + entry.key().text()
                            + "' wants "
                            + wanted(kind)
                            + ", got "
                            + value.description());
        }
        if (kind == Kind.CONDITIONS && value instanceof Sequence list) {
            list.items().stream()
                    .filter(item -> item.value() instanceof TemplateString)
                    .forEach(item -> bracedCondition(entry.key().text(), item));
        }
        if (entry.key().text().equals("vars") && value instanceof Mapping vars) {
            variableNames(vars, findings);
        }
    }

    private void bracedCondition(String keyword, YamlNode value) {
        findings.warning(
                value, "'" + keyword + "' is an expression already, leave '{{ }}' out of it");
    }

    /** Reports keys that cannot be names of variables. */
    public static void variableNames(Mapping vars, Findings findings) {
        for (var entry : vars.entries()) {
            var name = entry.key().text();
            if (!name.matches("[A-Za-z_]\\w*")) {
                findings.error(entry.key(), invalidName(name));
            }
        }
    }

    public static String invalidName(String name) {
        return "'" + name + "' cannot be the name of a variable, want letters, digits and '_'";
    }

    private static boolean fits(YamlNode value, Kind kind) {
        return switch (kind) {
            case ANY -> true;
            case TRUTH ->
                    value instanceof Scalar scalar
                            && TRUTHS.contains(scalar.text().toLowerCase(Locale.ROOT));
            case NUMBER ->
                    value instanceof Scalar scalar && scalar.text().matches("[-+]?[\\d_.]+%?");
            case TEXT -> value instanceof Scalar;
            case TEXTS, CONDITIONS -> value instanceof Scalar || isTexts(value);
            case MAPPING -> value instanceof Mapping;
            case LIST -> value instanceof Sequence;
        };
    }

    private static boolean isTexts(YamlNode value) {
        return value instanceof Sequence list
                && list.items().stream().allMatch(item -> item instanceof Scalar);
    }

    private static String wanted(Kind kind) {
        return Map.of(
                        Kind.TRUTH, "true or false",
                        Kind.NUMBER, "a number",
                        Kind.TEXT, "a text",
                        Kind.TEXTS, "a text or a list of texts",
                        Kind.CONDITIONS, "a condition or a list of conditions",
                        Kind.MAPPING, "a mapping",
                        Kind.LIST, "a list")
                .getOrDefault(kind, "something else");
    }
}
