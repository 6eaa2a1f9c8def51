package jplay.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jplay.callback.Callback;
import jplay.diagnostic.Diagnostic;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.result.CustomStats;
import jplay.result.Recap;
import jplay.result.TaskResult;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Ansible's output {@code json}: one document when all is over. */
public final class JsonOutput implements Callback {
    private final Screen screen;
    private final HumanOutput around;
    private final List<@Nullable Object> plays = new ArrayList<>();
    private Entry play = new Entry("", "");
    private Entry task = new Entry("", "");
    private Map<String, @Nullable Object> hosts = new LinkedHashMap<>();
    private List<@Nullable Object> tasks = new ArrayList<>();
    private Map<String, @Nullable Object> stats = Map.of();

    /** A play or task, and when it was. */
    private static final class Entry {
        private final Map<String, @Nullable Object> described = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> duration = new LinkedHashMap<>();

        Entry(String name, String path) {
            duration.put("start", now());
            described.put("duration", duration);
            described.put("id", UUID.randomUUID().toString());
            described.put("name", name);
            described.put("path", path);
        }

        void goesOn() {
            duration.put("end", now());
        }

        private static String now() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        }
    }

    /** Warnings go beside, as the default output tells them. */
    public JsonOutput(Screen screen, HumanOutput around) {
        this.screen = screen;
        this.around = around;
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        playbook.warnings().forEach(this::warned);
    }

    @Override
    public void warned(Diagnostic diagnostic) {
        around.warned(diagnostic);
    }

    @Override
    public void playStarted(Play begun, String name) {
        var place = ErrorBlock.whole(begun.location());
        play = new Entry(name, place.source() + ":" + place.line());
        tasks = new ArrayList<>();
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("play", play.described);
        entry.put("tasks", tasks);
        plays.add(entry);
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        var place = ErrorBlock.whole(heading.task().location());
        task = new Entry(heading.name(), place.source() + ":" + place.line());
        hosts = new TreeMap<>();
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("hosts", hosts);
        entry.put("task", task.described);
        tasks.add(entry);
    }

    @Override
    public void taskEnded(HostEvent event) {
        var values = event.result().values();
        var shown = event.hidden() ? ResultText.censored(values) : ResultText.whole(values);
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("_ansible_no_log", event.hidden());
        told.put("action", event.task().action());
        told.putAll(shown);
        switch (event.result()) {
            case TaskResult.Failed _ -> told.put("failed", true);
            case TaskResult.Skipped _ -> told.put("skipped", true);
            case TaskResult.Ok _, TaskResult.Unreachable _ -> {}
        }
        hosts.put(event.host(), told);
        task.goesOn();
        play.goesOn();
    }

    @Override
    public void playbookEnded(Recap recap) {
        var counted = new LinkedHashMap<String, @Nullable Object>();
        recap.hosts().forEach((host, counts) -> counted.put(host, counts(counts)));
        stats = counted;
    }

    private static Map<String, @Nullable Object> counts(Recap.Counts counts) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("ok", (long) counts.ok());
        told.put("failures", (long) counts.failed());
        told.put("unreachable", (long) counts.unreachable());
        told.put("changed", (long) counts.changed());
        told.put("skipped", (long) counts.skipped());
        told.put("rescued", (long) counts.rescued());
        told.put("ignored", (long) counts.ignored());
        return told;
    }

    @Override
    public void customStats(CustomStats custom) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("plays", plays);
        all.put("stats", stats);
        all.put("custom_stats", new LinkedHashMap<>(custom.hosts()));
        all.put("global_custom_stats", custom.run());
        screen.line(Json.write(all, Json.Style.SORTED_INDENTED));
    }
}
