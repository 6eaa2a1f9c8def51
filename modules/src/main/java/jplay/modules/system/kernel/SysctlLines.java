package jplay.modules.system.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.modules.files.text.Lines;

/** A file of the kernel's values, written anew with one of them set or removed. */
final class SysctlLines {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    SysctlLines(String text) {
        for (var line : Lines.of(text)) {
            var bare = line.strip();
            lines.add(bare);
            name(bare)
                    .ifPresent(name ->
                            values.put(name, bare.substring(bare.indexOf('=') + 1).strip()));
        }
    }

    private static Optional<String> name(String line) {
        var sign = line.indexOf('=');
        return line.startsWith("#") || line.startsWith(";") || sign < 0
                ? Optional.empty()
                : Optional.of(line.substring(0, sign).strip());
    }

    /** The value of a name; of several lines the last counts. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text in which a name has a value, or no line. */
    String with(String name, Optional<String> value) {
        var wanted = new LinkedHashMap<>(values);
        value.ifPresentOrElse(text -> wanted.put(name, text), () -> wanted.remove(name));
        var text = new StringBuilder();
        for (var line : lines) {
            var named = name(line);
            if (named.isEmpty()) {
                text.append(line).append('\n');
                continue;
            }
            named.map(wanted::remove).ifPresent(each -> append(text, named.get(), each));
        }
        wanted.forEach((each, left) -> append(text, each, left));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(value).append('\n');
    }
}
