package jplay.modules.net;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jplay.module.Answer;

/** What a script told in a probe, for values without line ends. */
record Told(Map<String, String> values, int status) {
    static Told of(Answer answer) {
        var values = new HashMap<String, String>();
        new String(answer.output(), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    var sign = line.indexOf('=');
                    if (sign > 0) {
                        values.put(line.substring(0, sign), line.substring(sign + 1));
                    }
                });
        return new Told(values, answer.status());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    long number(String name) {
        var text = get(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
