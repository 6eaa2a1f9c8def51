package jplay.console;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * How the values of results are written.
 *
 * @param yaml as YAML, else as JSON
 * @param pretty over several lines; nothing said leaves that to what is shown
 */
public record ResultFormat(boolean yaml, Pretty pretty) {
    /** JSON, over several lines only where a result is there to be read. */
    public static final ResultFormat JSON = new ResultFormat(false, Pretty.WHERE_READ);

    /** When JSON is written over several lines. */
    public enum Pretty {
        ALWAYS,
        NEVER,
        WHERE_READ
    }

    /** The text behind {@code =>} and a space. */
    String of(Map<String, @Nullable Object> values, boolean toBeRead) {
        if (yaml) {
            return "\n" + YamlResult.of(withoutDoubles(values)).indent(4).stripTrailing();
        }
        var several =
                switch (pretty) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case WHERE_READ -> toBeRead;
                };
        return Json.write(values, several ? Json.Style.SORTED_INDENTED : Json.Style.SORTED);
    }

    /** Lines that stand there as one text already are left out. */
    private static Map<String, @Nullable Object> withoutDoubles(
            Map<String, @Nullable Object> values) {
        var shown = new LinkedHashMap<>(values);
        for (var stream : new String[] {"stdout", "stderr"}) {
            if (shown.containsKey(stream) && shown.containsKey(stream + "_lines")) {
                shown.put(stream + "_lines", "<omitted>");
            }
        }
        return shown;
    }
}
