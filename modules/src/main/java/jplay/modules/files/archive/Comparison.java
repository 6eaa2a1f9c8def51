package jplay.modules.files.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a host should have of an archive, as the arguments of {@code unarchive_compare}: in pieces
 * of one kind, each with what {@code stat} and {@code sha1sum} are to print for all of it at once.
 */
record Comparison(List<Entry> entries) {
    private static final int PIECE = 50;

    List<String> arguments() {
        var words = new ArrayList<String>();
        add(words, "files", Entry.Kind.FILE);
        add(words, "folders", Entry.Kind.FOLDER);
        links(words, "link", Entry.Kind.LINK);
        links(words, "hard", Entry.Kind.HARD_LINK);
        return words;
    }

    private void add(List<String> words, String name, Entry.Kind kind) {
        var unknown = of(kind, entry -> entry.mode() < 0);
        var known = of(kind, entry -> entry.mode() >= 0);
        for (var group : List.of(known, unknown)) {
            for (var from = 0; from < group.size(); from += PIECE) {
                var piece = group.subList(from, Math.min(group.size(), from + PIECE));
                words.addAll(List.of(name, String.valueOf(piece.size())));
                words.add(piece.getFirst().mode() < 0 ? "size" : "all");
                words.add(lines(piece, Comparison::stat));
                words.add(lines(piece, Entry::digest));
                piece.forEach(entry -> words.add("./" + entry.path()));
            }
        }
    }

    private void links(List<String> words, String name, Entry.Kind kind) {
        of(kind, _ -> true)
                .forEach(entry ->
                        words.addAll(
                                List.of(
                                        name,
                                        "2",
                                        "",
                                        "",
                                        "",
                                        "./" + entry.path(),
                                        entry.target())));
    }

    private List<Entry> of(Entry.Kind kind, Predicate<Entry> more) {
        return entries.stream().filter(entry -> entry.kind() == kind).filter(more).toList();
    }

    private static String lines(
            List<Entry> piece, java.util.function.Function<Entry, String> line) {
        return piece.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** What stat prints: kind and permissions, size, time of the last change. */
    private static String stat(Entry entry) {
        var folder = entry.kind() == Entry.Kind.FOLDER;
        if (entry.mode() < 0) {
            return folder ? "4" : "8|" + entry.size();
        }
        var bits = Integer.toHexString((folder ? 0x4000 : 0x8000) | entry.mode());
        return folder
                ? bits
                : Stream.of(bits, entry.size(), entry.modified())
                        .map(String::valueOf)
                        .collect(Collectors.joining("|"));
    }
}
