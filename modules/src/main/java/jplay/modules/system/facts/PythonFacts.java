package jplay.modules.system.facts;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Python of a host, which jplay does not need; nothing where there is none. */
final class PythonFacts {
    private static final int WORDS = 8;

    private PythonFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var words = Gathered.words(host.said("python"), " ");
        if (words.size() < WORDS) {
            return Map.of();
        }
        var numbers =
                Stream.of(words.get(0), words.get(1), words.get(2)).map(Long::valueOf).toList();
        long serial = Long.parseLong(words.get(4));
        var version =
                new Facts()
                        .put("major", numbers.get(0))
                        .put("minor", numbers.get(1))
                        .put("micro", numbers.get(2))
                        .put("releaselevel", words.get(3))
                        .put("serial", serial);
        var all =
                Stream.<Object>of(
                                numbers.get(0),
                                numbers.get(1),
                                numbers.get(2),
                                words.get(3),
                                serial)
                        .toList();
        var python =
                new Facts()
                        .put("version", version.values())
                        .put("version_info", all)
                        .put("executable", String.join(" ", words.subList(7, words.size())))
                        .put("has_sslcontext", words.get(6).equals("True"))
                        .put("type", words.get(5));
        return new Facts()
                .put("python", python.values())
                .put("python_version", "%d.%d.%d".formatted(numbers.toArray()))
                .values();
    }
}
