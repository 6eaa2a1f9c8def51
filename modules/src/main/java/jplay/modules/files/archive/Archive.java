package jplay.modules.files.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jplay.module.type.Payload;

/**
 * What is in an archive of the controller.
 *
 * @param handler Ansible's name for those who read such archives
 */
record Archive(String handler, List<Entry> entries) {
    private static final List<Packed> PACKED =
            List.of(
                    new Packed("1f8b", "gzip"),
                    new Packed("425a68", "bzip2"),
                    new Packed("fd377a585a00", "xz"),
                    new Packed("28b52ffd", "zstd"));

    /** A kind of compression, known by the first bytes, and the program that undoes it. */
    private record Packed(String begin, String program) {
        boolean fits(String bytes) {
            return bytes.startsWith(begin);
        }
    }

    /** Reads it; empty when the controller does not understand it, which says nothing of a host. */
    static Optional<Archive> of(Path file) {
        try {
            var begin = begin(file);
            if (begin.startsWith("504b0304") || begin.startsWith("504b0506")) {
                return Optional.of(new Archive("ZipArchive", zip(file)));
            }
            var packed = PACKED.stream().filter(each -> each.fits(begin)).findFirst();
            try (var in = packed.isPresent() ? unpacked(file, packed.get()) : open(file)) {
                var gzip = packed.map(Packed::program).filter("gzip"::equals).isPresent();
                return Optional.of(
                        new Archive(gzip ? "TgzArchive" : "TarArchive", TarReader.read(in)));
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String begin(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(6));
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static InputStream unpacked(Path file, Packed packed) throws IOException {
        if (packed.program().equals("gzip")) {
            return new GZIPInputStream(open(file), 1 << 16);
        }
        return new ProcessBuilder(packed.program(), "-dc")
                .redirectInput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getInputStream();
    }

    private static List<Entry> zip(Path file) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var each : zip.stream().toList()) {
                entries.add(entry(zip, each));
            }
        }
        return entries;
    }

    private static Entry entry(ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.isDirectory()) {
            return new Entry(entry.getName(), Entry.Kind.FOLDER, -1, -1, 0, "", "");
        }
        try (var in = zip.getInputStream(entry)) {
            var content = Payload.of(in.readAllBytes());
            return new Entry(
                    entry.getName(),
                    Entry.Kind.FILE,
                    -1,
                    -1,
                    content.size(),
                    content.digest("SHA-1"),
                    "");
        }
    }
}
