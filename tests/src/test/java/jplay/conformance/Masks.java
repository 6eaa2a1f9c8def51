package jplay.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts names in the place of what is another value in every run. */
final class Masks {
    private static final Set<String> TIMES =
            Set.of("atime", "mtime", "ctime", "inode", "dev", "elapsed", "birthtime");
    private static final Set<String> NUMBERS = Set.of("uid", "gid");
    private static final Set<String> NAMES = Set.of("owner", "group", "pw_name", "gr_name");

    private Masks() {}

    static String text(Path folder, String text) {
        return text.replace(folder.toString(), "@DIR@")
                .replaceAll("'\\S*play\\.yml:\\d+:\\d+'", "@PLACE@")
                .replaceAll("/\\S*/\\.ansible/tmp/\\S+", "@TEMPORARY@")
                .replaceAll("[\\w/.-]*/crontab\\w{6,}", "@TEMPORARY@")
                .replaceAll("\\.\\d+\\.\\d{4}-\\d\\d-\\d\\d@\\d\\d:\\d\\d:\\d\\d~", ".@BACKUP@~")
                .replaceAll("(\"[acm]time\": )[\\d.]+", "$1@TIME@");
    }

    /** The one who runs the tests, by a name that is the same for all. */
    static String user(String name) {
        return name.equals(System.getProperty("user.name")) ? "@ME@" : name;
    }

    static @Nullable Object value(Path folder, @Nullable Object value) {
        return switch (value) {
            case String text -> text(folder, text);
            case List<?> list -> {
                var masked = new ArrayList<@Nullable Object>();
                list.forEach(each -> masked.add(value(folder, each)));
                yield masked;
            }
            case Map<?, ?> map -> {
                var masked = new TreeMap<String, @Nullable Object>();
                map.forEach((name, each) ->
                        masked.put(
                                text(folder, name.toString()),
                                named(name.toString(), value(folder, each))));
                yield masked;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object named(String name, @Nullable Object value) {
        if (TIMES.contains(name) && value instanceof Number) {
            return "@NUMBER@";
        }
        if (name.equals("version") && value != null) {
            return "@NUMBER@";
        }
        if (NAMES.contains(name) && value instanceof String text) {
            return user(text);
        }
        return NUMBERS.contains(name)
                        && Long.valueOf(0).equals(value)
                        && user("root").equals("@ME@")
                ? "@MINE@"
                : value;
    }
}
