package jplay.conformance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Where two answers are not the same, one line for each place. */
final class Differences {
    private Differences() {}

    static String between(@Nullable Object ansible, @Nullable Object jplay) {
        var wanted = places(ansible);
        var given = places(jplay);
        var names = new TreeSet<>(wanted.keySet());
        names.addAll(given.keySet());
        var text = new StringBuilder();
        for (var name : names) {
            var want = Optional.ofNullable(wanted.get(name)).orElse("nothing");
            var got = Optional.ofNullable(given.get(name)).orElse("nothing");
            if (!want.equals(got)) {
                text.append("%n%s%n  Ansible: %s%n  jplay:   %s".formatted(name, want, got));
            }
        }
        return text.toString();
    }

    private static Map<String, String> places(@Nullable Object value) {
        var places = new TreeMap<String, String>();
        collect("", value, places);
        return places;
    }

    private static void collect(String name, @Nullable Object value, Map<String, String> places) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, each) -> collect(name + "/" + key, each, places));
        } else {
            places.put(name, Json.write(value, Json.Style.SORTED));
        }
    }
}
