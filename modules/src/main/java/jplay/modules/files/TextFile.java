package jplay.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jplay.module.Answer;
import jplay.module.TaskFailure;

/** A text file of the host as it was read, with what is known of it. */
record TextFile(Map<String, String> told, String text) {
    static TextFile of(Answer answer) {
        if (!answer.ok()) {
            throw new TaskFailure("cannot read the file: " + answer.errorText());
        }
        var all = new String(answer.output(), StandardCharsets.UTF_8);
        var told = new HashMap<String, String>();
        var at = 0;
        while (at < all.length()) {
            var end = all.indexOf('\n', at);
            var line = all.substring(at, end);
            at = end + 1;
            if (line.equals("bytes")) {
                return new TextFile(told, all.substring(at));
            }
            var sign = line.indexOf('=');
            told.put(line.substring(0, sign), line.substring(sign + 1));
        }
        return new TextFile(told, "");
    }

    String path() {
        return told.getOrDefault("path", "");
    }

    boolean exists() {
        return "file".equals(told.get("state"));
    }

    boolean directory() {
        return "directory".equals(told.get("state"));
    }

    /** Whether owner, group or mode are to be set; a symbolic mode always counts. */
    boolean differs(Attributes wanted) {
        if (!exists()) {
            return true;
        }
        var owner =
                wanted.owner()
                        .filter(name ->
                                !name.equals(told.get("owner")) && !name.equals(told.get("uid")));
        var group =
                wanted.group()
                        .filter(name ->
                                !name.equals(told.get("group")) && !name.equals(told.get("gid")));
        var mode =
                wanted.mode()
                        .filter(each ->
                                each.bits().isEmpty()
                                        || each.bits().get()
                                                != Integer.parseInt(told.get("mode"), 8));
        return owner.isPresent() || group.isPresent() || mode.isPresent();
    }
}
