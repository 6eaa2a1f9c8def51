package jplay.module.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that travel from the controller to a host: held in memory when small, read from a file when
 * not.
 */
public sealed interface Payload {
    /** Bytes in memory; the array is not to be changed. */
    record Bytes(byte[] content) implements Payload {}

    /** A file of the controller; it is read when it is sent. */
    record LocalContent(Path file) implements Payload {}

    static Payload of(byte[] content) {
        return new Bytes(content);
    }

    static Payload of(Path file) {
        return new LocalContent(file);
    }

    /** How many bytes. */
    default long size() throws IOException {
        return switch (this) {
            case Bytes bytes -> bytes.content().length;
            case LocalContent local -> Files.size(local.file());
        };
    }

    /** A new stream over the bytes; the caller closes it. */
    default InputStream open() throws IOException {
        return switch (this) {
            case Bytes bytes -> new java.io.ByteArrayInputStream(bytes.content());
            case LocalContent local -> Files.newInputStream(local.file());
        };
    }

    /**
     * Hexadecimal digest, by an algorithm's Java name such as {@code SHA-256}. That of a file of
     * some size is computed once and kept until the file changes.
     */
    default String digest(String algorithm) throws IOException {
        return Digests.of(this, algorithm);
    }
}
