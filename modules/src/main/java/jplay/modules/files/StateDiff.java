package jplay.modules.files;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.module.Diff;
import jplay.module.Report;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** What a path was and will be, as Ansible shows it: two mappings. */
public final class StateDiff {
    private final Map<String, @Nullable Object> before = new TreeMap<>();
    private final Map<String, @Nullable Object> after = new TreeMap<>();

    /** Adds something that differs. */
    void add(String name, @Nullable Object was, @Nullable Object will) {
        before.put(name, was);
        after.put(name, will);
    }

    /** Adds something that was and will not be. */
    void gone(String name, @Nullable Object was) {
        before.put(name, was);
    }

    /** Adds what differs of owner, group, mode and flags, as a script explained it. */
    public StateDiff attributes(Report report) {
        var changes = List.of(report.said("changes").strip().split(" "));
        if (changes.contains("mode")) {
            add(
                    "mode",
                    Attributes.octal(report.said("before_mode")),
                    Attributes.octal(report.said("after_mode")));
        }
        for (var name : List.of("owner", "group")) {
            if (changes.contains(name)) {
                add(name, report.number("before_" + name), report.number("after_" + name));
            }
        }
        if (changes.contains("attributes")) {
            add("attributes", report.said("before_attributes"), report.said("after_attributes"));
        }
        return this;
    }

    /** The diff; the header is empty where Ansible has none. */
    public Diff diff(String header) {
        return new Diff(header, text(before), header, text(after));
    }

    private static String text(Map<String, @Nullable Object> state) {
        return Json.write(state, Json.Style.SORTED_INDENTED) + "\n";
    }
}
