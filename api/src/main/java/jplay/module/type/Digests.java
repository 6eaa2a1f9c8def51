package jplay.module.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digests of payloads; that of a file is computed once, however many hosts get it. A file that was
 * changed just now is read every time: it may change again within the same tick of the file
 * system's clock.
 */
final class Digests {
    /** A smaller one is read as quickly as looked up. */
    private static final long KEPT_FROM = 64L * 1024;

    private static final Duration RECENT = Duration.ofSeconds(2);
    private static final Map<Version, String> KNOWN = new ConcurrentHashMap<>();

    private Digests() {}

    /** A file as it was at a time. */
    private record Version(Path file, long size, FileTime changed, String algorithm) {}

    static String of(Payload payload, String algorithm) throws IOException {
        return payload instanceof Payload.LocalContent(var file) && payload.size() >= KEPT_FROM
                ? ofFile(file.toAbsolutePath(), algorithm)
                : of(payload.open(), digest(algorithm));
    }

    private static String ofFile(Path file, String algorithm) throws IOException {
        var changed = Files.getLastModifiedTime(file);
        var version = new Version(file, Files.size(file), changed, algorithm);
        if (changed.toInstant().isAfter(Instant.now().minus(RECENT))) {
            return read(version);
        }
        try {
            return KNOWN.computeIfAbsent(version, Digests::readOnce);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String readOnce(Version version) {
        try {
            return read(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Version version) throws IOException {
        var large = version.size() >= BulkCryptography.WORTH_IT;
        var digest = large ? fastDigest(version.algorithm()) : digest(version.algorithm());
        return of(Files.newInputStream(version.file()), digest);
    }

    private static String of(InputStream bytes, MessageDigest digest) throws IOException {
        try (var in = new DigestInputStream(bytes, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest fastDigest(String algorithm) {
        var provider =
                BulkCryptography.provider()
                        .filter(each -> each.getService("MessageDigest", algorithm) != null);
        try {
            return provider.isPresent()
                    ? MessageDigest.getInstance(algorithm, provider.get())
                    : digest(algorithm);
        } catch (NoSuchAlgorithmException _) {
            return digest(algorithm);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest named " + algorithm, e);
        }
    }
}
