package jplay.modules.files.archive;

/**
 * One thing in an archive.
 *
 * @param path with a slash at its end when it is a folder
 * @param mode permissions; negative when they are unknown
 * @param modified seconds since 1970; negative when unknown
 * @param digest SHA-1 of a file's content
 * @param target of a link; of a hard link a path in the archive
 */
record Entry(
        String path, Kind kind, int mode, long modified, long size, String digest, String target) {
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        HARD_LINK,
        OTHER
    }

    /** The same under a path that lacks the first folders; empty when nothing is left. */
    java.util.Optional<Entry> stripped(int folders) {
        var rest = path;
        for (var i = 0; i < folders; i++) {
            rest = rest.substring(rest.indexOf('/') + 1);
            if (rest.isEmpty() || (!path.contains("/") && folders > 0)) {
                return java.util.Optional.empty();
            }
        }
        return java.util.Optional.of(new Entry(rest, kind, mode, modified, size, digest, target));
    }
}
