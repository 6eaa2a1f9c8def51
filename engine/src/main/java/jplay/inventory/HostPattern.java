package jplay.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are meant: names, groups, globs, {@code ~regex}, {@code group[0]}, joined by {@code
 * :} or {@code ,}, with {@code !} for "not these" and {@code &} for "only these".
 */
public final class HostPattern {
    private static final Pattern PIECE = Pattern.compile("(?:[^\\s:\\[\\]]|\\[[^\\]]*])+");

    private final String text;
    private final List<PatternTerm> terms;

    private HostPattern(Collection<String> words) {
        this.text = String.join(",", words);
        this.terms =
                words.stream()
                        .map(PatternTerm::parse)
                        .sorted(Comparator.comparing(PatternTerm::effect))
                        .toList();
    }

    /** The pattern of a play or of the command line: a text, or a list of texts. */
    public static HostPattern parse(@Nullable Object pattern) {
        return new HostPattern(words(pattern));
    }

    /**
     * The pattern of {@code --limit}, where {@code @file} stands for the patterns in a file's
     * lines.
     *
     * @throws PlaybookException when such a file cannot be read
     */
    public static HostPattern limit(String pattern, Path folder) {
        var all = new LinkedHashSet<String>();
        for (var word : words(pattern)) {
            if (word.startsWith("@")) {
                lines(folder.resolve(word.substring(1))).forEach(line -> all.addAll(words(line)));
            } else {
                all.add(word);
            }
        }
        return new HostPattern(all);
    }

    /** The hosts that are meant, each once. */
    public List<Host> select(Inventory inventory) {
        return select(inventory, _ -> {});
    }

    /**
     * The hosts that are meant, each once.
     *
     * @param warnings told about each part that nothing in the inventory matches
     */
    public List<Host> select(Inventory inventory, Consumer<Diagnostic> warnings) {
        var chosen = new LinkedHashSet<Host>();
        if (!terms.isEmpty() && terms.getFirst().effect() != PatternTerm.Effect.ADD) {
            chosen.addAll(PatternTerm.parse("all").hosts(inventory));
        }
        for (var term : terms) {
            var hosts = term.hosts(inventory);
            if (hosts.isEmpty() && !term.known(inventory)) {
                warnings.accept(unmatched(term));
            }
            switch (term.effect()) {
                case ADD -> chosen.addAll(hosts);
                case KEEP -> chosen.retainAll(new LinkedHashSet<>(hosts));
                case DROP -> hosts.forEach(chosen::remove);
            }
        }
        return List.copyOf(chosen);
    }

    /** The hosts that are meant here and by a limit, in this pattern's order. */
    public List<Host> select(
            Inventory inventory, HostPattern limit, Consumer<Diagnostic> warnings) {
        var allowed = new LinkedHashSet<>(limit.select(inventory, warnings));
        return select(inventory, warnings).stream().filter(allowed::contains).toList();
    }

    private Diagnostic unmatched(PatternTerm term) {
        return Diagnostic.warning(
                Location.of("<host pattern '" + text + "'>"),
                1,
                "Could not match supplied host pattern, ignoring: " + term.base());
    }

    private static List<String> words(@Nullable Object pattern) {
        if (pattern instanceof Collection<?> many) {
            return many.stream().flatMap(each -> words(each).stream()).toList();
        }
        var text = String.valueOf(pattern).strip();
        if (text.contains(",")) {
            return List.of(text.split(",")).stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
        var address = HostAddress.parse(text);
        if (address.port().isPresent()
                || address.name()
                        .matches(
                                "[0-9a-fA-F:.]*::[0-9a-fA-F:.]*|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}")) {
            return List.of(text);
        }
        var words = new ArrayList<String>();
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            words.add(pieces.group());
        }
        return words;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new PlaybookException(
                    Location.of(file.toString()),
                    "the limit file cannot be read: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
