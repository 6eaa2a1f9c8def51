package jplay.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.value.Layout;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** A node of a document; sources of trusted authors only, so its texts may become templates. */
public sealed interface YamlNode {
    /** Where it begins. */
    Location location();

    /**
     * The value it stands for; see {@link jplay.value}. Texts with something to render become
     * templates.
     */
    @Nullable Object value();

    /** What it is, for messages: {@code a list}, {@code a mapping}, {@code the text 'x'}. */
    String description();

    /**
     * A scalar.
     *
     * @param text as written, unquoted
     * @param resolved its value; a {@link String} where it is text
     * @param trusted false for {@code !unsafe}: never a template
     * @param layout how it was written
     */
    record Scalar(
            Location location,
            String text,
            @Nullable Object resolved,
            boolean trusted,
            Layout layout)
            implements YamlNode {
        /** Whether it was quoted or a block scalar. */
        public boolean quoted() {
            return layout.quoted();
        }

        @Override
        public @Nullable Object value() {
            return resolved instanceof String string && trusted
                    ? TemplateString.of(string, location, layout)
                    : resolved;
        }

        @Override
        public String description() {
            return switch (resolved) {
                case null -> "nothing";
                case String string -> "the text '" + string + "'";
                case Boolean _ -> "the boolean " + text;
                case Number _ -> "the number " + text;
                default -> "'" + text + "'";
            };
        }
    }

    /** A sequence. */
    record Sequence(Location location, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public List<@Nullable Object> value() {
            var values = new ArrayList<@Nullable Object>(items.size());
            items.forEach(item -> values.add(item.value()));
            return Collections.unmodifiableList(values);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * A mapping, in the order of the source; of duplicate keys the last wins and a warning was
     * given.
     *
     * @param duplicates the keys that were given once more, at the later place
     */
    record Mapping(Location location, List<Entry> entries, List<Scalar> duplicates)
            implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
            duplicates = List.copyOf(duplicates);
        }

        /** One without duplicate keys. */
        public Mapping(Location location, List<Entry> entries) {
            this(location, entries, List.of());
        }

        /** The value under a text key. */
        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public java.util.Map<Object, @Nullable Object> value() {
            var values = new LinkedHashMap<Object, @Nullable Object>();
            for (var entry : entries) {
                var key = entry.key().value();
                values.put(key == null ? "null" : key, entry.value().value());
            }
            return Collections.unmodifiableMap(values);
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** One key of a mapping. */
    record Entry(Scalar key, YamlNode value) {}
}
