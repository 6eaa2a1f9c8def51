package jplay.yaml;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.value.Layout;
import jplay.vault.VaultText;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/**
 * Makes the tree of one document out of the parser's events; anchors, merge keys and Ansible's tags
 * end here.
 */
final class Composer {
    private static final String YAML = "tag:yaml.org,2002:";
    private static final int MOST_NODES = 10_000_000;
    private static final int DEEPEST = 500;

    private final Iterator<Event> events;
    private final String source;
    private final Problems problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;
    private int depth;
    private int unsafe;

    /** What an alias stands for, and how many nodes that is. */
    private record Anchored(YamlNode node, long size) {}

    /** A collection under construction. */
    private record Content(LinkedHashMap<Object, Entry> own, List<YamlNode> merged) {}

    Composer(Iterator<Event> events, String source, Problems problems) {
        this.events = events;
        this.source = source;
        this.problems = problems;
    }

    /** The document whose start was just read. */
    YamlNode document() {
        return node(events.next());
    }

    private YamlNode node(Event event) {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        var before = nodes;
        nodes++;
        var unsafeHere = tag(event).equals("!unsafe") ? 1 : 0;
        unsafe += unsafeHere;
        var node = deeper(event);
        unsafe -= unsafeHere;
        var size = nodes - before;
        ((NodeEvent) event)
                .getAnchor()
                .ifPresent(name -> anchors.put(name.getValue(), new Anchored(node, size)));
        return node;
    }

    private YamlNode deeper(Event event) {
        depth++;
        if (depth == DEEPEST) {
            throw new ParserException(
                    "nested more than " + DEEPEST + " levels deep", event.getStartMark());
        }
        var node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent start -> sequence(start);
                    case MappingStartEvent start -> mapping(start);
                    default -> throw new IllegalStateException(event.toString());
                };
        depth--;
        return node;
    }

    private YamlNode alias(AliasEvent event) {
        var name = event.getAlias().getValue();
        var anchored = anchors.get(name);
        if (anchored == null) {
            problems.error(
                    place(event),
                    name.length() + 1,
                    "unknown alias '*" + name + "'; quote a text that begins with '*'");
            return new Scalar(place(event), "*" + name, null, false, Layout.PLAIN);
        }
        nodes += anchored.size();
        if (nodes > MOST_NODES) {
            problems.error(place(event), name.length() + 1, "aliases stand for too many nodes");
            return new Scalar(place(event), "*" + name, null, false, Layout.PLAIN);
        }
        return anchored.node();
    }

    private Scalar scalar(ScalarEvent event) {
        var text = event.getValue();
        return new Scalar(place(event), text, resolved(event), unsafe == 0, ScalarLayout.of(event));
    }

    private @Nullable Object resolved(ScalarEvent event) {
        var tag = tag(event);
        var text = event.getValue();
        try {
            return switch (tag) {
                case "" -> event.isPlain() ? ScalarResolver.plain(text) : text;
                case "!", "!unsafe" -> text;
                case "!vault", "!vault-encrypted" -> new VaultText(text, place(event));
                case String known when known.startsWith(YAML) ->
                        ScalarResolver.typed(known.substring(YAML.length()), text);
                default -> unknownTag(event, tag, text);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            var type = tag.isEmpty() ? "date or number" : tag.replace(YAML, "!!");
            problems.error(
                    place(event),
                    Math.max(1, text.length()),
                    "'"
                            + text
                            + "' is not a valid "
                            + type
                            + "; quote it when it is meant as text");
            return text;
        }
    }

    private <T> T unknownTag(Event event, String tag, T fallback) {
        var message =
                "unknown tag '" + tag.replace(YAML, "!!") + "'; quote a text that begins with '!'";
        problems.error(place(event), tag.length(), message);
        return fallback;
    }

    private Sequence sequence(SequenceStartEvent start) {
        checkTag(start, "seq");
        var items = new ArrayList<YamlNode>();
        for (var event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            items.add(node(event));
        }
        return new Sequence(place(start), items);
    }

    private YamlNode mapping(MappingStartEvent start) {
        var set = tag(start).equals(YAML + "set");
        if (!set) {
            checkTag(start, "map");
        }
        var content = new Content(new LinkedHashMap<>(), new ArrayList<>());
        var duplicates = new ArrayList<Scalar>();
        for (var event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            var key = node(event);
            var value = node(events.next());
            key(start, key, event)
                    .ifPresent(scalar -> {
                        if (isMerge(scalar)) {
                            content.merged().add(value);
                        } else if (content.own().put(identity(scalar), new Entry(scalar, value))
                                != null) {
                            duplicates.add(scalar);
                        }
                    });
        }
        duplicates.forEach(this::warnOfDuplicate);
        if (set) {
            var keys = content.own().values().stream().<YamlNode>map(Entry::key).toList();
            return new Sequence(place(start), keys);
        }
        return new Mapping(place(start), merge(content), duplicates);
    }

    private void warnOfDuplicate(Scalar key) {
        problems.add(
                Diagnostic.warning(
                        key.location(),
                        Math.max(1, key.text().length()),
                        "duplicate key '" + key.text() + "', the last one wins"));
    }

    private void checkTag(Event event, String kind) {
        var tag = tag(event);
        if (!tag.isEmpty()
                && !tag.equals("!")
                && !tag.equals("!unsafe")
                && !tag.equals(YAML + kind)) {
            unknownTag(event, tag, kind);
        }
    }

    private Optional<Scalar> key(MappingStartEvent outer, YamlNode key, Event event) {
        if (key instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        var braces =
                outer.isFlow()
                        && event instanceof MappingStartEvent inner
                        && place(inner).equals(place(outer).plus(0, 1));
        if (braces) {
            problems.error(place(outer), 2, SyntaxMistake.QUOTE_TEMPLATE);
        } else {
            problems.error(key.location(), 1, "a key must be a text, got " + key.description());
        }
        return Optional.empty();
    }

    /**
     * Merged keys stand first and give way to own ones; of several merged mappings the first wins.
     */
    private List<Entry> merge(Content content) {
        if (content.merged().isEmpty()) {
            return List.copyOf(content.own().values());
        }
        var all = new LinkedHashMap<Object, Entry>();
        for (var merged : content.merged()) {
            mappings(merged)
                    .reversed()
                    .forEach(mapping ->
                            mapping.entries()
                                    .forEach(entry -> all.put(identity(entry.key()), entry)));
        }
        all.putAll(content.own());
        return List.copyOf(all.values());
    }

    private List<Mapping> mappings(YamlNode merged) {
        if (merged instanceof Mapping mapping) {
            return List.of(mapping);
        }
        if (merged instanceof Sequence sequence
                && sequence.items().stream().allMatch(item -> item instanceof Mapping)) {
            return sequence.items().stream().map(Mapping.class::cast).toList();
        }
        problems.error(
                merged.location(),
                1,
                "the merge key '<<' wants a mapping or a list of mappings, got "
                        + merged.description());
        return List.of();
    }

    private static boolean isMerge(Scalar key) {
        return key.text().equals("<<") && !key.quoted();
    }

    private static Object identity(Scalar key) {
        return key.resolved() == null ? Optional.empty() : key.resolved();
    }

    private static String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().orElse("");
            case SequenceStartEvent start -> start.getTag().orElse("");
            case MappingStartEvent start -> start.getTag().orElse("");
            default -> "";
        };
    }

    private Location place(Event event) {
        return place(source, event.getStartMark());
    }

    /** A parser's mark as a place. */
    static Location place(String source, Optional<Mark> mark) {
        return mark.map(at -> new Location(source, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Location.of(source));
    }
}
