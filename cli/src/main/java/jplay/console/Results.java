package jplay.console;

import java.util.Map;
import jplay.callback.Callback.HostEvent;
import jplay.playbook.Task;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Results as text for other callbacks: what is hidden stays so. */
public final class Results {
    private Results() {}

    /** All values on one line. */
    public static String oneLine(HostEvent event) {
        return Json.write(values(event), Json.Style.SORTED);
    }

    /** All values over several lines, those for machines without indentation. */
    public static String severalLines(HostEvent event) {
        var text = Json.write(values(event), Json.Style.SORTED_INDENTED);
        return ResultText.isToBeRead(event.task()) && !event.looped()
                ? text
                : text.replaceAll("\n *", "\n");
    }

    private static Map<String, @Nullable Object> values(HostEvent event) {
        var values = event.result().values();
        return event.hidden() ? ResultText.censored(values) : ResultText.whole(values);
    }

    /** Where a task stands, as a whole path and a line. */
    public static String place(Task task) {
        var place = ErrorBlock.whole(task.location());
        return place.source() + ":" + place.line();
    }
}
