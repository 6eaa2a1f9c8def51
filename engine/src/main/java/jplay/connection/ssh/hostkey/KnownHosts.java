package jplay.connection.ssh.hostkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Files of known hosts; each is read again only when it changed. Thread-safe. */
public final class KnownHosts {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 20;

    private final Map<Path, Content> files = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    private record Content(FileTime changed, long size, KnownLines lines) {}

    /** All lines about a name. */
    List<KnownHost> about(List<Path> paths, String name) {
        return paths.stream().flatMap(path -> lines(path).about(name).stream()).toList();
    }

    private KnownLines lines(Path path) {
        try {
            var changed = Files.getLastModifiedTime(path);
            var size = Files.size(path);
            var content = files.get(path);
            if (content == null || !content.changed().equals(changed) || content.size() != size) {
                content = new Content(changed, size, read(path));
                files.put(path, content);
            }
            return content.lines();
        } catch (IOException _) {
            return new KnownLines(List.of());
        }
    }

    private static KnownLines read(Path path) throws IOException {
        var lines = new ArrayList<KnownHost>();
        var number = 0;
        for (var line : Files.readString(path, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            KnownHost.parse(line, path, ++number).ifPresent(lines::add);
        }
        return new KnownLines(lines);
    }

    /** Adds a line; without effect where the file cannot be written, as with OpenSSH. */
    void add(Path file, String name, HostKey key, boolean hidden) {
        writing.lock();
        try {
            var folder = Optional.ofNullable(file.getParent());
            if (folder.isPresent() && Files.notExists(folder.get())) {
                Files.createDirectories(
                        folder.get(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            var written = hidden ? KnownHost.hashed(salt(), name) : name;
            var base64 = Base64.getEncoder().encodeToString(key.blob());
            var line = written + " " + key.type() + " " + base64 + "\n";
            append(file, endsLine(file) ? line : "\n" + line);
        } catch (IOException _) {
            // the next run meets the host as new again
        } finally {
            writing.unlock();
        }
    }

    private static byte[] salt() {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static void append(Path file, String line) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        if (Files.isRegularFile(file)) {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
    }

    private static boolean endsLine(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return true;
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - 1);
            var last = java.nio.ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }
}
