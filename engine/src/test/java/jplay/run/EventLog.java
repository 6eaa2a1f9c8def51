package jplay.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.callback.Callback;
import jplay.playbook.Play;
import jplay.result.Recap;
import jplay.result.TaskResult;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells, as lines like those of Ansible's default output, without what varies from run
 * to run: hosts below a task stand in alphabetical order, of a failure there is the message only.
 */
final class EventLog implements Callback {
    private final List<String> lines = new ArrayList<>();
    private final List<Map.Entry<String, String>> below = new ArrayList<>();

    String text() {
        flush();
        return String.join("\n", lines) + "\n";
    }

    private void flush() {
        below.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .forEach(lines::add);
        below.clear();
    }

    private void head(String line) {
        flush();
        lines.add(line);
    }

    private void below(String host, String line) {
        below.add(Map.entry(host, line));
    }

    @Override
    public void playStarted(Play play, String name) {
        head("PLAY [" + name + "]");
    }

    @Override
    public void noHostsMatched() {
        head("skipping: no hosts matched");
    }

    @Override
    public void noHostsRemaining() {
        head("NO MORE HOSTS LEFT");
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        head((heading.handler() ? "RUNNING HANDLER [" : "TASK [") + heading.name() + "]");
    }

    @Override
    public void itemEnded(HostEvent event) {
        show(event, " => (item=" + event.item().orElse("") + ")");
    }

    @Override
    public void taskEnded(HostEvent event) {
        if (!event.looped() || event.result() instanceof TaskResult.Skipped) {
            show(event, "");
        } else if (event.result() instanceof TaskResult.Failed failed && failed.ignored()) {
            below(event.host(), "...ignoring");
        }
    }

    private void show(HostEvent event, String item) {
        var who =
                "["
                        + event.host()
                        + (event.delegate().isEmpty() ? "" : " -> " + event.delegate())
                        + "]";
        var line =
                switch (event.result()) {
                    case TaskResult.Ok ok ->
                            (ok.changed() ? "changed: " : "ok: ") + who + item + told(event);
                    case TaskResult.Skipped _ -> "skipping: " + who + item;
                    case TaskResult.Failed _ when !item.isEmpty() ->
                            "failed: "
                                    + who
                                    + item.replace(" => (", " (")
                                    + " => "
                                    + message(event);
                    case TaskResult.Failed _ -> "fatal: " + who + ": FAILED! => " + message(event);
                    case TaskResult.Unreachable _ ->
                            "fatal: " + who + ": UNREACHABLE! => " + message(event);
                };
        below(event.host(), line);
        if (ignored(event.result()) && item.isEmpty()) {
            below(event.host(), "...ignoring");
        }
    }

    private static boolean ignored(TaskResult result) {
        return (result instanceof TaskResult.Failed failed && failed.ignored())
                || (result instanceof TaskResult.Unreachable lost && lost.ignored());
    }

    private static String told(HostEvent event) {
        if (event.hidden()) {
            return "";
        }
        var values = new TreeMap<>(event.result().values());
        if (event.task().action().endsWith("assert")
                && !event.task().arguments().containsKey("quiet")) {
            return " => " + json(values);
        }
        if (!event.task().action().endsWith("debug")) {
            return "";
        }
        values.keySet()
                .removeIf(List.of("changed", "failed", "warnings", "ansible_loop_var")::contains);
        event.item().ifPresent(_ -> values.keySet().retainAll(List.of("msg")));
        return " => " + json(values);
    }

    private static String message(HostEvent event) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (event.result().values().containsKey("reason")) {
            values.put("reason", "...");
        } else {
            values.put(
                    "msg", event.hidden() ? "" : event.result().values().getOrDefault("msg", ""));
        }
        return json(values);
    }

    private static String json(Map<String, @Nullable Object> values) {
        return Json.write(sorted(values), Json.Style.PLAIN);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var all = new TreeMap<String, @Nullable Object>();
            map.forEach((key, item) -> all.put(String.valueOf(key), sorted(item)));
            return all;
        }
        return value instanceof List<?> list ? list.stream().map(EventLog::sorted).toList() : value;
    }

    @Override
    public void retrying(HostEvent event, int triesLeft) {
        below(
                event.host(),
                "FAILED - RETRYING: [%s]: %s (%d retries left)."
                        .formatted(event.host(), event.taskName(), triesLeft));
    }

    @Override
    public void included(String file, List<String> hosts, String itemLabel) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        below(
                "",
                "included: "
                        + name
                        + " for "
                        + String.join(", ", hosts)
                        + (itemLabel.isEmpty() ? "" : " => (item=" + itemLabel + ")"));
    }

    @Override
    public void playbookEnded(Recap recap) {
        head("PLAY RECAP");
        recap.hosts()
                .forEach((host, counts) ->
                        lines.add(
                                "%s : ok=%d changed=%d unreachable=%d failed=%d skipped=%d rescued=%d ignored=%d"
                                        .formatted(
                                                host,
                                                counts.ok(),
                                                counts.changed(),
                                                counts.unreachable(),
                                                counts.failed(),
                                                counts.skipped(),
                                                counts.rescued(),
                                                counts.ignored())));
    }
}
