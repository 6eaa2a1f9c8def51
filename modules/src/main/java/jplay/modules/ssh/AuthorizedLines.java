package jplay.modules.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.modules.files.text.HostText;
import jplay.modules.files.text.Lines;

/** The lines of a file of authorized keys while they are changed. */
final class AuthorizedLines {
    private final List<String> lines;
    private final List<String> before;

    /** Reads a text of which each character is a byte. */
    AuthorizedLines(String latin) {
        before = Lines.of(latin);
        lines = new ArrayList<>(before);
    }

    /** Whether anything was put or removed. */
    boolean changed() {
        return !lines.equals(before);
    }

    /** The file as it is to be. */
    String text() {
        return String.join("", lines);
    }

    /** Has each key once, as it is wanted; a key that was otherwise moves to the end. */
    void put(List<KeyLine> wanted, boolean exclusive) {
        var kept = new ArrayList<String>();
        for (var key : wanted) {
            var there = lines.stream().filter(line -> holds(line, key)).toList();
            if (there.size() == 1 && latin(there.getFirst()).orElseThrow().same(key)) {
                kept.add(there.getFirst());
                continue;
            }
            lines.removeAll(there);
            Lines.end(lines);
            var line = HostText.latin(key.text());
            lines.add(line);
            kept.add(line);
        }
        if (exclusive) {
            lines.retainAll(kept);
        }
    }

    /** Has none of the keys, whatever their options. */
    void remove(List<KeyLine> wanted) {
        wanted.forEach(key -> lines.removeIf(line -> holds(line, key)));
    }

    private static boolean holds(String line, KeyLine key) {
        return latin(line).filter(each -> each.body().equals(key.body())).isPresent();
    }

    private static Optional<KeyLine> latin(String line) {
        var bytes = HostText.bytes(line);
        return KeyLine.of(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }
}
