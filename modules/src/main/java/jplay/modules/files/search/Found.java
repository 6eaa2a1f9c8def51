package jplay.modules.files.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a host listed.
 *
 * @param kind the file type's number within a mode
 * @param order sorts what stands in a folder before what is below, by names
 * @param values under Ansible's names
 */
record Found(String path, int kind, String order, Map<String, @Nullable Object> values) {
    static final int FILE = 8;
    static final int FOLDER = 4;
    static final int LINK = 10;
    private static final int COLUMNS = 14;

    /** Reads the fields of one entry. */
    static Found of(String entry, String top) {
        var fields = List.of(entry.split("\\|", COLUMNS));
        var bits = Integer.parseInt(fields.get(12), 16);
        var path = fields.get(13).replaceFirst("^(/?)/*", "$1");
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("path", path);
        values.put("mode", "%04o".formatted(bits & 07777));
        kind(bits >> 12, values);
        number("uid", fields.get(1), values);
        number("gid", fields.get(2), values);
        number("size", fields.get(3), values);
        name("pw_name", fields.get(4), values);
        name("gr_name", fields.get(5), values);
        values.put("atime", Double.valueOf(fields.get(6)));
        values.put("mtime", Double.valueOf(fields.get(7)));
        values.put("ctime", Double.valueOf(fields.get(8)));
        number("inode", fields.get(9), values);
        number("dev", fields.get(10), values);
        number("nlink", fields.get(11), values);
        rights(bits, values);
        return new Found(path, bits >> 12, order(path, top), values);
    }

    private static String order(String path, String top) {
        var slash = path.lastIndexOf('/') + 1;
        return top + "\0" + path.substring(0, slash) + "\0" + path.substring(slash);
    }

    private static void number(String name, String text, Map<String, @Nullable Object> values) {
        values.put(name, Long.valueOf(text));
    }

    private static void name(String name, String text, Map<String, @Nullable Object> values) {
        values.put(name, text.equals("UNKNOWN") ? "" : text);
    }

    private static void kind(int kind, Map<String, @Nullable Object> values) {
        values.put("isdir", kind == FOLDER);
        values.put("ischr", kind == 2);
        values.put("isblk", kind == 6);
        values.put("isreg", kind == FILE);
        values.put("isfifo", kind == 1);
        values.put("islnk", kind == LINK);
        values.put("issock", kind == 12);
    }

    private static void rights(int bits, Map<String, @Nullable Object> values) {
        var names = List.of("rusr", "wusr", "xusr", "rgrp", "wgrp", "xgrp", "roth", "woth", "xoth");
        for (var i = 0; i < names.size(); i++) {
            values.put(names.get(i), (bits & (0400 >> i)) != 0);
        }
        values.put("isuid", (bits & 04000) != 0);
        values.put("isgid", (bits & 02000) != 0);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    long size() {
        return (Long) java.util.Objects.requireNonNull(values.get("size"));
    }

    double time(String name) {
        return (Double) java.util.Objects.requireNonNull(values.get(name));
    }

    int mode() {
        return Integer.parseInt(String.valueOf(values.get("mode")), 8);
    }
}
