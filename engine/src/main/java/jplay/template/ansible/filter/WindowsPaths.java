package jplay.template.ansible.filter;

import java.util.regex.Pattern;
import jplay.template.python.Tuple;

/** Paths as Windows writes them. */
final class WindowsPaths {
    private static final Pattern SHARE =
            Pattern.compile("([\\\\/]{2}[^\\\\/]+[\\\\/][^\\\\/]+)(.*)", Pattern.DOTALL);

    private WindowsPaths() {}

    static Tuple splitDrive(String path) {
        var share = SHARE.matcher(path);
        if (share.matches()) {
            return Tuple.of(share.group(1), share.group(2));
        }
        return path.startsWith(":", 1)
                ? Tuple.of(path.substring(0, 2), path.substring(2))
                : Tuple.of("", path);
    }

    private static int nameStart(String rest) {
        return Math.max(rest.lastIndexOf('\\'), rest.lastIndexOf('/')) + 1;
    }

    static String base(String path) {
        var rest = (String) splitDrive(path).get(1);
        return rest == null ? "" : rest.substring(nameStart(rest));
    }

    static String directory(String path) {
        var parts = splitDrive(path);
        var rest = String.valueOf(parts.get(1));
        var head = rest.substring(0, nameStart(rest));
        var bare = head.replaceFirst("[\\\\/]+$", "");
        return parts.get(0) + (bare.isEmpty() ? head : bare);
    }
}
