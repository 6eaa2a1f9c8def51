package jplay.modules.system.services;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Report;
import jplay.module.Result;
import org.jspecify.annotations.Nullable;

/** What the scripts of {@code service} and {@code systemd} have in common. */
final class Units {
    private Units() {}

    /** What a service can be asked to be. */
    public enum State {
        RELOADED,
        RESTARTED,
        STARTED,
        STOPPED
    }

    /** Why a name cannot be that of one unit. */
    static Optional<String> pattern(String name) {
        return Stream.of("*", "?", "[")
                .filter(name::contains)
                .findFirst()
                .map(sign ->
                        "This module does not currently support using glob patterns, found '%s' in service name: %s"
                                .formatted(sign, name));
    }

    /** What a script told of a service. */
    static Result read(String name, Report report) {
        if (report.has("missing")) {
            return Result.of()
                    .message(
                            "Service '%s' not found on host, assuming it will exist on full run"
                                    .formatted(name));
        }
        var result = Result.of().with("name", name);
        if (report.has("enabled")) {
            result = result.with("enabled", report.said("enabled").equals("1"));
        }
        if (report.has("state")) {
            result = result.with("state", report.said("state"));
        }
        return report.has("status") && !report.has("plain")
                ? result.with("status", properties(report.said("status")))
                : result;
    }

    /** Lines {@code NAME=VALUE}; a value in braces may go over several lines. */
    private static Map<String, @Nullable Object> properties(String text) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        var name = "";
        var value = new StringBuilder();
        for (var line : text.lines().toList()) {
            var equals = line.indexOf('=');
            if (!name.isEmpty()) {
                value.append('\n').append(line);
            } else if (equals > 0) {
                name = line.substring(0, equals);
                value.append(line.substring(equals + 1));
            }
            var open = value.toString().startsWith("{") && !line.stripTrailing().endsWith("}");
            if (!name.isEmpty() && !(open && name.startsWith("Exec"))) {
                properties.put(name, value.toString().strip());
                name = "";
                value.setLength(0);
            }
        }
        return properties;
    }
}
