package jplay.modules.files;

import java.util.LinkedHashMap;
import java.util.List;
import jplay.module.Diff;
import jplay.module.Report;
import org.jspecify.annotations.Nullable;

/** What {@code file} shows of a path: its state before and after, of which only differences. */
record FileDiff(Report report) {

    Diff diff() {
        var diff = new StateDiff();
        diff.add("path", report.said("path"), report.said("path"));
        state(diff);
        diff.attributes(report);
        for (var name : List.of("mtime", "atime")) {
            if (report.has("after_" + name)) {
                diff.add(
                        name,
                        Double.valueOf(report.said("before_" + name)),
                        Double.valueOf(report.said("after_" + name)));
            }
        }
        return diff.diff("");
    }

    private void state(StateDiff diff) {
        var was = report.said("before");
        var wanted = report.said("wanted");
        if (!was.equals(wanted) && (!wanted.equals("touch") || touched()) && !twin(was, wanted)) {
            diff.add("state", was, wanted);
        }
        if (report.has("before_src")) {
            diff.add("src", report.said("before_src"), report.said("src"));
        }
        if (report.has("contents") && wanted.equals("absent")) {
            var content = new LinkedHashMap<String, @Nullable Object>();
            content.put("directories", report.said("folders").lines().toList());
            content.put("files", report.said("contents").lines().toList());
            diff.gone("path_content", content);
        }
    }

    private boolean touched() {
        return report.has("after_mtime") || report.has("after_atime");
    }

    /** A file with a second name is a file. */
    private static boolean twin(String was, String wanted) {
        return wanted.equals("file") && was.equals("hard");
    }
}
