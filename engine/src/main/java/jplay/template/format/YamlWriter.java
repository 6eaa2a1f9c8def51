package jplay.template.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.lazy.SealedText;
import jplay.template.python.Comparison;
import jplay.template.python.Dates;
import jplay.template.python.Floats;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.Range;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** YAML as PyYAML writes it. */
public final class YamlWriter {
    private final Style style;
    private final YamlOutput out;
    private final YamlAliases aliases;
    private int flowLevel;

    private YamlWriter(Style style, YamlAliases aliases) {
        this.style = style;
        this.aliases = aliases;
        this.out = new YamlOutput(style.width);
    }

    /** Which collections stand between brackets. */
    public enum Flow {
        ALL,
        NONE,
        /** Those that hold scalars only. */
        LEAVES
    }

    /**
     * How to write.
     *
     * @param indent spaces per level
     * @param width where long text is broken
     * @param vaultTags whether encrypted texts stay encrypted
     */
    public record Style(int indent, int width, Flow flow, boolean sortKeys, boolean vaultTags) {
        public Style {
            indent = indent > 1 && indent < 10 ? indent : 2;
            width = width > indent * 2 ? width : 80;
        }
    }

    /** The text of a value. */
    public static String write(@Nullable Object value, Style style) {
        var writer = new YamlWriter(style, new YamlAliases(value));
        writer.node(value, new Place(-1, false, false));
        return writer.out.end();
    }

    /**
     * Where a node stands.
     *
     * @param indent of the collection around it; -1 at the top
     * @param inMapping whether it is a value of a mapping
     * @param key whether it is a key
     */
    private record Place(int indent, boolean inMapping, boolean key) {}

    private void node(@Nullable Object value, Place place) {
        var mark = aliases.mark(value);
        if (!mark.isEmpty()) {
            out.indicator(mark, true);
        }
        if (mark.startsWith("*")) {
            return;
        }
        switch (value) {
            case Map<?, ?> dict -> mapping(dict, place);
            case Range _ -> throw unsupported(value);
            case List<?> list -> sequence(list, place);
            case Set<?> set -> sequence(new ArrayList<>(set), place);
            case Undefined undefined -> throw undefined.failure();
            case null, default -> scalar(value, place);
        }
    }

    private static PythonError unsupported(@Nullable Object value) {
        return new PythonError(
                "RepresenterError",
                "cannot represent an object of type '" + Types.name(value) + "'");
    }

    private boolean isLeaf(@Nullable Object value) {
        return !isSealed(value)
                && !(value instanceof Map)
                && !(value instanceof List)
                && !(value instanceof Set);
    }

    private boolean isFlow(Iterable<?> content, boolean empty) {
        return flowLevel > 0
                || empty
                || switch (style.flow) {
                    case ALL -> true;
                    case NONE -> false;
                    case LEAVES -> {
                        var leaves = true;
                        for (var item : content) {
                            leaves &= isLeaf(item);
                        }
                        yield leaves;
                    }
                };
    }

    private void mapping(Map<?, ?> dict, Place place) {
        var keys = keys(dict);
        if (isFlow(dict.values(), dict.isEmpty())) {
            flowMapping(dict, keys, place);
            return;
        }
        var indent = place.indent < 0 ? 0 : place.indent + style.indent;
        for (var key : keys) {
            out.writeIndent(indent);
            scalar(key, new Place(indent, true, true));
            out.indicator(":", false);
            node(Keys.get(dict, key), new Place(indent, true, false));
        }
    }

    private List<@Nullable Object> keys(Map<?, ?> dict) {
        var keys = new ArrayList<@Nullable Object>(dict.keySet());
        if (style.sortKeys) {
            try {
                keys.sort(Comparison.ORDER);
            } catch (PythonError e) {
                return new ArrayList<>(dict.keySet());
            }
        }
        return keys;
    }

    private void sequence(List<?> list, Place place) {
        if (isFlow(list, list.isEmpty())) {
            flowSequence(list, place);
            return;
        }
        var indentless = place.inMapping && !out.isIndentation();
        var indent = place.indent < 0 ? 0 : indentless ? place.indent : place.indent + style.indent;
        for (var item : list) {
            out.writeIndent(indent);
            out.indicator("-", true);
            out.markIndentation();
            node(item, new Place(indent, false, false));
        }
    }

    private void flowSequence(List<?> list, Place place) {
        var indent = place.indent < 0 ? style.indent : place.indent + style.indent;
        out.opening("[");
        flowLevel++;
        var first = true;
        for (var item : list) {
            if (!first) {
                out.indicator(",", false);
            }
            first = false;
            out.breakFlow(indent);
            node(item, new Place(indent, false, false));
        }
        flowLevel--;
        out.closing("]");
    }

    private void flowMapping(Map<?, ?> dict, List<@Nullable Object> keys, Place place) {
        var indent = place.indent < 0 ? style.indent : place.indent + style.indent;
        out.opening("{");
        flowLevel++;
        var first = true;
        for (var key : keys) {
            if (!first) {
                out.indicator(",", false);
            }
            first = false;
            out.breakFlow(indent);
            scalar(key, new Place(indent, true, true));
            out.indicator(":", false);
            node(Keys.get(dict, key), new Place(indent, true, false));
        }
        flowLevel--;
        out.closing("}");
    }

    private boolean isSealed(@Nullable Object value) {
        return style.vaultTags && value instanceof SealedText;
    }

    private void scalar(@Nullable Object value, Place place) {
        var indent = place.indent < 0 ? style.indent : place.indent + style.indent;
        if (isSealed(value) && value instanceof SealedText sealed && flowLevel == 0) {
            out.literal("!vault", sealed.source().envelope(), indent);
            return;
        }
        if (value instanceof CharSequence text) {
            text(YamlScalar.of(text.toString()), indent, place.key);
            return;
        }
        out.plain(constant(value), indent, false);
    }

    private void text(YamlScalar scalar, int indent, boolean key) {
        var plain = flowLevel > 0 ? scalar.plainInFlow() : scalar.plainInBlock();
        if (plain && !(key && scalar.multiline())) {
            out.plain(scalar.text(), indent, !key);
        } else if (scalar.single() && !(key && scalar.multiline())) {
            out.singleQuoted(scalar.text(), indent, !key);
        } else {
            out.doubleQuoted(scalar.text(), indent, !key);
        }
    }

    private static String constant(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean || Types.isInteger(value)) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return real(number.doubleValue());
        }
        if (value instanceof java.time.temporal.Temporal) {
            return Dates.text(value);
        }
        if (value instanceof Iterable<?> || value instanceof java.util.Iterator<?>) {
            throw unsupported(Iteration.list(value));
        }
        throw unsupported(value);
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        var text = Floats.repr(value);
        return text.contains(".") || !text.contains("e") ? text : text.replace("e", ".0e");
    }
}
