package jplay.modules.files;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Flags of a file as {@code lsattr} tells them.
 *
 * @param version the file's generation; empty when nothing was told
 * @param letters one for each flag
 */
record FileFlags(String version, String letters) {
    private static final Map<Character, String> NAMES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry('A', "noatime"),
                            Map.entry('a', "append"),
                            Map.entry('c', "compressed"),
                            Map.entry('C', "nocow"),
                            Map.entry('d', "nodump"),
                            Map.entry('D', "dirsync"),
                            Map.entry('e', "extents"),
                            Map.entry('E', "encrypted"),
                            Map.entry('h', "blocksize"),
                            Map.entry('i', "immutable"),
                            Map.entry('I', "indexed"),
                            Map.entry('j', "journalled"),
                            Map.entry('N', "inline"),
                            Map.entry('s', "zero"),
                            Map.entry('S', "synchronous"),
                            Map.entry('t', "notail"),
                            Map.entry('T', "blockroot"),
                            Map.entry('u', "undelete"),
                            Map.entry('X', "compressedraw"),
                            Map.entry('Z', "compresseddirty")));

    /** Reads a line of {@code lsattr -v}. */
    static FileFlags of(String line) {
        var words = line.strip().split("\\s+", 3);
        return words.length < 3
                ? new FileFlags("", "")
                : new FileFlags(words[0], words[1].replace("-", ""));
    }

    void tell(Map<String, @Nullable Object> stat) {
        stat.put("version", version.isEmpty() ? null : version);
        stat.put("attributes", names());
        stat.put("attr_flags", letters);
    }

    private List<String> names() {
        return letters.chars()
                .filter(letter -> NAMES.containsKey((char) letter))
                .mapToObj(letter -> NAMES.get((char) letter))
                .toList();
    }
}
