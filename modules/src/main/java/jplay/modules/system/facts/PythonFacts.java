package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Python of a host, which jplay does not need; nothing where there is none. */
final class PythonFacts {
    private static final int WORDS = 8;
    private static final List<String> PARTS =
            List.of("major", "minor", "micro", "releaselevel", "serial");

    private PythonFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var words = Gathered.words(host.said("python"), " ");
        if (words.size() < WORDS) {
            return Map.of();
        }
        var numbers = words.subList(0, 3).stream().map(Long::valueOf).toList();
        var parts = new ArrayList<Object>(numbers);
        parts.add(words.get(3));
        parts.add(Long.valueOf(words.get(4)));
        var version = new Facts();
        PARTS.forEach(part -> version.put(part, parts.get(PARTS.indexOf(part))));
        var python =
                new Facts()
                        .put("version", version.values())
                        .put("version_info", List.copyOf(parts))
                        .put("executable", String.join(" ", words.subList(7, words.size())))
                        .put("has_sslcontext", words.get(6).equals("True"))
                        .put("type", words.get(5));
        return new Facts()
                .put("python", python.values())
                .put("python_version", "%d.%d.%d".formatted(numbers.toArray()))
                .values();
    }
}
