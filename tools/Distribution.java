import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lays out the folder that the program is started from: every jar of its class path, without
 * signatures, since the JVM keeps no class of a signed jar in an AOT cache.
 *
 * <p>Run with: the folder, the program's jar, the file with its class path, and when the build
 * began. A jar replaces its older self in one step and unchanged ones stay, so that a run in
 * another window goes on.
 */
final class Distribution {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final Path library;
    private final Set<Path> wanted = new HashSet<>();

    private Distribution(Path library) {
        this.library = library;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var library = Files.createDirectories(folder.resolve("lib"));
        var distribution = new Distribution(library);
        for (var jar : Files.readString(Path.of(arguments[2])).strip().split(File.pathSeparator)) {
            distribution.put(Path.of(jar), Path.of(jar).getFileName().toString());
        }
        distribution.put(Path.of(arguments[1]), "jplay.jar");
        distribution.removeOthers();
        var built = Files.writeString(folder.resolve("built"), arguments[3] + "\n");
        Files.setLastModifiedTime(built, FileTime.from(Instant.parse(arguments[3])));
    }

    private void put(Path jar, String name) throws IOException {
        var target = library.resolve(name);
        wanted.add(target);
        var modified = Files.getLastModifiedTime(jar);
        if (Files.exists(target) && Files.getLastModifiedTime(target).equals(modified)) {
            return;
        }
        var fresh = library.resolve(name + ".new");
        if (isSigned(jar)) {
            copyUnsigned(jar, fresh);
        } else {
            Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(fresh, modified);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> present = Files.list(library)) {
            for (var file : present.filter(found -> !wanted.contains(found)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile(), false)) {
            return opened.stream().anyMatch(Distribution::isSignature);
        }
    }

    private static boolean isSignature(JarEntry entry) {
        return SIGNATURE.matcher(entry.getName()).matches();
    }

    private static void copyUnsigned(Path jar, Path target) throws IOException {
        try (var opened = new JarFile(jar.toFile(), false);
                var output =
                        new JarOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(target)))) {
            var manifest = opened.getManifest();
            manifest.getEntries().clear();
            write(output, opened.getJarEntry(JarFile.MANIFEST_NAME), manifest::write);
            for (var entry : Collections.list(opened.entries())) {
                if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    write(output, entry, body -> opened.getInputStream(entry).transferTo(body));
                }
            }
        }
    }

    private static void write(JarOutputStream output, JarEntry like, Content content)
            throws IOException {
        var entry = new JarEntry(like.getName());
        entry.setTimeLocal(like.getTimeLocal());
        output.putNextEntry(entry);
        content.writeTo(output);
        output.closeEntry();
    }

    private interface Content {
        void writeTo(OutputStream output) throws IOException;
    }
}
