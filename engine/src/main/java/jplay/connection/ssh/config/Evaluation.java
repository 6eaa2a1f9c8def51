package jplay.connection.ssh.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over the files for one host: the first value of a keyword wins. */
final class Evaluation {
    private static final int DEEPEST = 16;

    private final Query query;
    private final ConfigFiles files;
    private final Map<String, List<String>> gathered = new LinkedHashMap<>();
    private final Optional<String> earlierName;
    private boolean wantsFinal;

    /**
     * A pass that begins with what was given beside files.
     *
     * @param earlier the pass before, when this is the final one: what it found stays
     */
    Evaluation(Query query, ConfigFiles files, Optional<Evaluation> earlier) {
        this.query = query;
        this.files = files;
        this.earlierName = earlier.map(Evaluation::hostname);
        gathered.putAll(earlier.map(Evaluation::gathered).orElse(query.options()));
    }

    boolean wantsFinal() {
        return wantsFinal;
    }

    Map<String, List<String>> gathered() {
        return gathered;
    }

    HostOptions options() {
        return new HostOptions(query, gathered);
    }

    /** Gives the host the name that it is known by from now on. */
    void rename(String name) {
        gathered.put("hostname", List.of(name));
    }

    /** Whether this is the pass for {@code Match final}. */
    boolean last() {
        return earlierName.isPresent();
    }

    void seeFinal() {
        wantsFinal = true;
    }

    Query query() {
        return query;
    }

    /** The name that the host has by now. */
    String hostname() {
        var written = gathered.get("hostname");
        if (written == null) {
            return earlierName.orElse(query.host());
        }
        return new Tokens(query).replaced(written.getFirst());
    }

    /** The name that {@code Host} lines are about: a final pass has the one that was found. */
    String named() {
        return earlierName.orElse(query.host());
    }

    String user() {
        return gathered.getOrDefault("user", List.of(query.user().name())).getFirst();
    }

    Tokens tokens() {
        return new Tokens(query)
                .put('h', hostname())
                .put('r', user())
                .put('p', gathered.getOrDefault("port", List.of("22")).getFirst())
                .put('k', gathered.getOrDefault("hostkeyalias", List.of(query.host())).getFirst());
    }

    /** Reads a file and what it includes; relative names start at the folder. */
    void read(Path file, Path base) {
        read(file, base, 0);
    }

    private void read(Path file, Path base, int depth) {
        var active = true;
        for (var line : files.lines(file)) {
            switch (line.keyword()) {
                case "host" -> active = PatternList.matches(line.arguments(), named());
                case "match" -> active = new MatchLine(this).holds(line.arguments());
                case "include" -> include(line, base, active ? depth : DEEPEST);
                default -> take(active, line);
            }
        }
    }

    private void include(Directive line, Path base, int depth) {
        if (depth >= DEEPEST) {
            return;
        }
        for (var pattern : line.arguments()) {
            ConfigFiles.named(new Tokens(query).path(pattern), base)
                    .forEach(file -> read(file, base, depth + 1));
        }
    }

    private void take(boolean active, Directive line) {
        if (!active || line.arguments().isEmpty()) {
            return;
        }
        var keyword = Keywords.current(line.keyword());
        if (Keywords.late(keyword, gathered.keySet())) {
            return;
        }
        if (Keywords.GATHERED.contains(keyword)) {
            var all = new LinkedHashSet<>(gathered.getOrDefault(keyword, List.of()));
            all.addAll(line.arguments());
            gathered.put(keyword, List.copyOf(all));
        } else {
            gathered.putIfAbsent(keyword, line.arguments());
        }
    }
}
