package jplay.modules.system.facts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Facts that a host's owner wrote, as JSON or as sections of {@code name=value}. */
final class LocalFacts {
    private LocalFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        host.said()
                .forEach((name, text) -> {
                    if (name.startsWith("local:")) {
                        var fact = name.substring("local:".length());
                        facts.put(fact, parsed(text, host.said("fact_folder") + "/" + fact));
                    } else if (name.startsWith("broken:")) {
                        facts.put(name.substring("broken:".length()), text);
                    }
                });
        return new Facts().put("local", facts).values();
    }

    private static @Nullable Object parsed(String text, String file) {
        try {
            return Json.read(text);
        } catch (IllegalArgumentException e) {
            return sections(text, file);
        }
    }

    private static Object sections(String text, String file) {
        var sections = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        var section = new LinkedHashMap<String, @Nullable Object>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.length() - 1), section);
                continue;
            }
            var equals = line.indexOf('=') < 0 ? line.indexOf(':') : line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (equals < 1 || sections.isEmpty()) {
                return "error loading facts as JSON or ini - please check content: %s.fact"
                        .formatted(file);
            }
            section.put(
                    line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    line.substring(equals + 1).strip());
        }
        return sections;
    }
}
