package jplay.connection.ssh.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One pass over the files for one host: the first value of a keyword wins. */
final class Evaluation {
    private static final int DEEPEST = 16;

    private final Query query;
    private final ConfigFiles files;
    private final Map<String, List<String>> gathered;
    private final boolean last;
    private boolean wantsFinal;

    /** The first pass, which begins with what was given beside files. */
    Evaluation(Query query, ConfigFiles files) {
        this(query, files, query.options(), false);
    }

    private Evaluation(
            Query query, ConfigFiles files, Map<String, List<String>> given, boolean last) {
        this.query = query;
        this.files = files;
        this.gathered = new LinkedHashMap<>(given);
        this.last = last;
    }

    /**
     * The final pass after this one, in which what was found stays.
     *
     * @param name the host's from now on
     */
    Evaluation again(String name) {
        var again = new Evaluation(query, files, gathered, true);
        again.gathered.put("hostname", List.of(name));
        return again;
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

    /** Whether this is the pass for {@code Match final}. */
    boolean last() {
        return last;
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
        return written == null ? query.host() : new Tokens(query).replaced(written.getFirst());
    }

    /** The name that {@code Host} lines are about: a final pass has the one that was found. */
    String named() {
        return last ? hostname() : query.host();
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

    /** The same for the user's own file, which nobody else may have written. */
    void readOwn(Path file, Path base) {
        files.check(file, query.user());
        read(file, base);
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
            for (var file : ConfigFiles.named(new Tokens(query).path(pattern), base)) {
                files.check(file, query.user());
                read(file, base, depth + 1);
            }
        }
    }

    private void take(boolean active, Directive line) {
        if (!active || line.arguments().isEmpty()) {
            return;
        }
        var keyword = Keywords.current(line.keyword());
        if (Keywords.late(keyword, gathered)) {
            return;
        }
        if (Keywords.GATHERED.contains(keyword)) {
            var before = gathered.getOrDefault(keyword, List.of());
            gathered.put(keyword, Keywords.gathered(keyword, before, line.arguments()));
        } else {
            gathered.putIfAbsent(keyword, line.arguments());
        }
    }
}
