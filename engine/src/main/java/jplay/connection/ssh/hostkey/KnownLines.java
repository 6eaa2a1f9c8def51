package jplay.connection.ssh.hostkey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of one file. Those with whole names are found at once, also among many thousands; only
 * patterns and hashed names have to be tried one by one.
 */
final class KnownLines {
    private static final Pattern TO_BE_TRIED = Pattern.compile("[*?!|]");

    private final Map<String, List<KnownHost>> named = new HashMap<>();
    private final List<KnownHost> others = new ArrayList<>();

    KnownLines(List<KnownHost> lines) {
        lines.forEach(this::add);
    }

    private void add(KnownHost line) {
        if (TO_BE_TRIED.matcher(line.names()).find()) {
            others.add(line);
            return;
        }
        Stream.of(line.names().toLowerCase(Locale.ROOT).split(",", -1))
                .distinct()
                .forEach(name -> named.computeIfAbsent(name, _ -> new ArrayList<>()).add(line));
    }

    /** All lines about a name, in the order of the file. */
    List<KnownHost> about(String name) {
        var exact = named.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        var tried = others.stream().filter(line -> line.isAbout(name));
        return Stream.concat(exact.stream(), tried)
                .sorted(Comparator.comparingInt(KnownHost::line))
                .toList();
    }
}
