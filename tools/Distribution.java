import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/**
 * Lays out the folder that the program is started from: every jar of its class path, without
 * signatures, since the JVM keeps no class of a signed jar in an AOT cache, and without class files
 * of before Java 6, which it does not keep either: they get the stack maps they lack.
 *
 * <p>Every build gets a folder of its own, so that a run in another window goes on with the jars
 * and the cache it began with. What has not changed is linked from the folder before.
 *
 * <p>Run with: the folder of all distributions, the program's jar, the file with its class path,
 * and when the build began. Leaves the new folder's name in the file {@code next}.
 */
final class Distribution {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final int KEPT = 3;

    /** To be raised when jars are laid out otherwise: those of older folders are not taken then. */
    private static final String LAYOUT = "2\n";

    private static final int MAJOR_VERSION_AT = 7;
    private static final int STACK_MAPS_SINCE = ClassFile.JAVA_6_VERSION;

    private final Path library;
    private final Path before;

    private Distribution(Path library, Path before) {
        this.library = library;
        this.before = before;
    }

    public static void main(String[] arguments) throws IOException {
        var all = Files.createDirectories(Path.of(arguments[0]));
        var current = all.resolve("current");
        var before = Files.exists(current) ? Files.readString(current).strip() : "none";
        removeOld(all, before);
        var name = arguments[3].replaceAll("[^0-9]", "");
        var library = Files.createDirectories(all.resolve(name).resolve("lib"));
        var distribution = new Distribution(library, libraryOf(all.resolve(before)));
        Files.writeString(all.resolve(name).resolve("layout"), LAYOUT);
        for (var jar : Files.readString(Path.of(arguments[2])).strip().split(File.pathSeparator)) {
            distribution.put(Path.of(jar), Path.of(jar).getFileName().toString());
        }
        distribution.put(Path.of(arguments[1]), "jplay.jar");
        var built = Files.writeString(all.resolve(name).resolve("built"), arguments[3] + "\n");
        Files.setLastModifiedTime(built, FileTime.from(Instant.parse(arguments[3])));
        Files.writeString(all.resolve("next"), name + "\n");
    }

    /** The jars of an older distribution; of none when they were laid out otherwise. */
    private static Path libraryOf(Path distribution) throws IOException {
        var layout = distribution.resolve("layout");
        var fits = Files.exists(layout) && Files.readString(layout).equals(LAYOUT);
        return distribution.resolve(fits ? "lib" : "none");
    }

    private void put(Path jar, String name) throws IOException {
        var target = library.resolve(name);
        var modified = Files.getLastModifiedTime(jar);
        var old = before.resolve(name);
        Files.deleteIfExists(target);
        if (Files.exists(old) && Files.getLastModifiedTime(old).equals(modified)) {
            Files.createLink(target, old);
            return;
        }
        if (isSigned(jar) || isOld(jar)) {
            copyChanged(jar, target);
        } else {
            Files.copy(jar, target);
        }
        Files.setLastModifiedTime(target, modified);
    }

    private static void removeOld(Path all, String current) throws IOException {
        try (var present = Files.list(all)) {
            var folders =
                    present.filter(Files::isDirectory)
                            .filter(folder -> !folder.endsWith(current))
                            .sorted(Comparator.reverseOrder())
                            .skip(KEPT - 2)
                            .toList();
            for (var folder : folders) {
                remove(folder);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
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

    private static boolean isOld(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile(), false)) {
            for (var entry : Collections.list(opened.entries())) {
                if (isClass(entry) && isOld(head(opened, entry))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
    }

    private static boolean isOld(byte[] classFile) {
        return classFile[MAJOR_VERSION_AT] < STACK_MAPS_SINCE;
    }

    private static byte[] head(JarFile jar, JarEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            return in.readNBytes(MAJOR_VERSION_AT + 1);
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void copyChanged(Path jar, Path target) throws IOException {
        try (var opened = new JarFile(jar.toFile(), false);
                var output =
                        new JarOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(target)));
                var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            var manifest = opened.getManifest();
            manifest.getEntries().clear();
            write(output, opened.getJarEntry(JarFile.MANIFEST_NAME), manifest::write);
            for (var entry : Collections.list(opened.entries())) {
                if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    var content = changed(entry, bytes(opened, entry), loader);
                    write(output, entry, body -> body.write(content));
                }
            }
        }
    }

    private static byte[] changed(JarEntry entry, byte[] bytes, ClassLoader loader) {
        if (!isClass(entry) || !isOld(bytes)) {
            return bytes;
        }
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver());
        var files =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        var newer = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);
        return files.transformClass(
                files.parse(bytes),
                ClassTransform.endHandler(builder -> builder.with(newer))
                        .andThen(
                                ClassTransform.transformingMethodBodies(
                                        (code, element) -> code.with(element))));
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
