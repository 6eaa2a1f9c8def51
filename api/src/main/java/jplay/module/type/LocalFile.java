package jplay.module.type;

import java.nio.file.Path;

/**
 * A file or folder of the controller, found where Ansible looks for it (the role's {@code files/},
 * beside the playbook).
 *
 * @param written what the user wrote; a trailing slash matters to copy
 * @param path where it was found
 * @param opener reads it and what is in it
 */
public record LocalFile(String written, Path path, Opener opener) {
    /** Reads files that may be encrypted with vault; fails the task when it cannot. */
    @FunctionalInterface
    public interface Opener {
        /** The content of a file; in clear when {@code decrypt}. */
        Payload open(Path file, boolean decrypt);
    }

    /** A file where nothing is encrypted. */
    public LocalFile(String written, Path path) {
        this(written, path, (file, _) -> Payload.of(file));
    }

    /** Its content; in clear when {@code decrypt}. */
    public Payload content(boolean decrypt) {
        return content(path, decrypt);
    }

    /** The content of a file in this folder; in clear when {@code decrypt}. */
    public Payload content(Path file, boolean decrypt) {
        return opener.open(file, decrypt);
    }
}
