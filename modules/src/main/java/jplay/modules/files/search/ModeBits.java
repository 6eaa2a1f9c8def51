package jplay.modules.files.search;

import java.util.List;

/** Permissions that symbolic or octal text names, seen from none at all. */
final class ModeBits {
    private ModeBits() {}

    static int of(String written, boolean folder) {
        if (written.matches("[0-7]+")) {
            return Integer.parseInt(written, 8);
        }
        var bits = 0;
        for (var clause : List.of(written.split(","))) {
            var sign = clause.replaceFirst("[-+=].*", "").length();
            var granted = granted(clause.substring(0, sign), clause.substring(sign + 1), folder);
            bits = clause.charAt(sign) == '-' ? bits & ~granted : bits | granted;
        }
        return bits;
    }

    private static int granted(String who, String letters, boolean folder) {
        var one =
                (letters.contains("r") ? 4 : 0)
                        | (letters.contains("w") ? 2 : 0)
                        | (letters.contains("x") || (folder && letters.contains("X")) ? 1 : 0);
        var all = who.isEmpty() || who.contains("a");
        return (all || who.contains("u") ? one << 6 : 0)
                | (all || who.contains("g") ? one << 3 : 0)
                | (all || who.contains("o") ? one : 0)
                | (letters.contains("s") && (all || who.contains("u")) ? 04000 : 0)
                | (letters.contains("s") && (all || who.contains("g")) ? 02000 : 0)
                | (letters.contains("t") ? 01000 : 0);
    }
}
