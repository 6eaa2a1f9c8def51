package jplay.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** What a host of the lab is. */
public enum Image {
    /** Debian 12 with systemd, sshd, sudo and Python. */
    DEBIAN12,
    /** Debian 13 with systemd, sshd, sudo and Python. */
    DEBIAN13,
    /** Nothing but busybox and an ssh server. */
    BUSYBOX;

    /** Whether systemd runs it. */
    public boolean hasSystemd() {
        return this != BUSYBOX;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its root file system, which is made when there is none yet: that takes a minute. */
    Path tarball() {
        var script = Checkout.ROOT.resolve("tests/lab/image").toString();
        try {
            var process =
                    new ProcessBuilder(script, fileName()).redirectError(Redirect.INHERIT).start();
            var printed = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("'%s %s' failed".formatted(script, fileName()));
            }
            return Path.of(new String(printed, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
