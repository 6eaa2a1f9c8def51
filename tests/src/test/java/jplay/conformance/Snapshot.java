package jplay.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import jplay.module.type.Payload;
import org.jspecify.annotations.Nullable;

/** What is in a folder: of each path its kind, permissions, owner, group, and content. */
record Snapshot(Map<String, String> paths) {
    private static final int SHORT = 400;

    static Snapshot of(Path folder) {
        var paths = new TreeMap<String, String>();
        try (var walk = Files.walk(folder)) {
            walk.filter(path -> !path.equals(folder))
                    .forEach(path ->
                            paths.put(
                                    Masks.text(folder, folder.relativize(path).toString()),
                                    Masks.text(folder, describe(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Snapshot(paths);
    }

    private static String describe(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link to " + Files.readSymbolicLink(path);
            }
            var found = Files.readAttributes(path, PosixFileAttributes.class);
            var rights =
                    "%04o %s:%s"
                            .formatted(
                                    (Integer) Files.getAttribute(path, "unix:mode") & 07777,
                                    Masks.user(found.owner().getName()),
                                    Masks.user(found.group().getName()));
            if (found.isDirectory()) {
                return "folder " + rights;
            }
            return found.isRegularFile()
                    ? "file " + rights + " " + content(path)
                    : "other " + rights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) throws IOException {
        if (Files.size(file) <= SHORT) {
            try {
                var text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                                .toString();
                return "'" + text + "'";
            } catch (CharacterCodingException _) {
                // not text: its digest says enough
            }
        }
        return "sha1 " + Payload.of(file).digest("SHA-1");
    }

    /** What differs from an earlier one; what is gone is null. */
    Map<String, @Nullable Object> since(Snapshot earlier) {
        var changes = new TreeMap<String, @Nullable Object>();
        earlier.paths.keySet().stream()
                .filter(path -> !paths.containsKey(path))
                .forEach(path -> changes.put(path, null));
        paths.forEach((path, what) -> {
            if (!what.equals(earlier.paths.get(path))) {
                changes.put(path, what);
            }
        });
        return changes;
    }
}
