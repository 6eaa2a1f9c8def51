package jplay.template.ansible.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;

/** {@code gpg_fingerprint}: asks GnuPG, which must be installed. */
final class GpgFingerprint {
    private static final List<String> COMMAND =
            List.of(
                    "gpg",
                    "--no-keyring",
                    "--with-colons",
                    "--import-options",
                    "show-only",
                    "--import");

    private GpgFingerprint() {}

    static String apply(FilterCall call) {
        var key = PemText.input(call, "gpg_fingerprint").getBytes(StandardCharsets.UTF_8);
        return told(key)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .map(line -> line.split(":", -1)[9])
                .orElseThrow(
                        () -> PythonError.value("GnuPG found no key in the text, want a GPG key"));
    }

    private static String told(byte[] key) {
        try {
            var process =
                    new ProcessBuilder(COMMAND)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            Thread.startVirtualThread(() -> feed(process, key));
            var output = process.getInputStream().readAllBytes();
            process.waitFor();
            return new String(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw PythonError.value("Cannot find the `gpg` executable on the controller");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PythonError.value("gpg was interrupted");
        }
    }

    /** GnuPG may end before it has read everything; then what it printed tells. */
    private static void feed(Process process, byte[] key) {
        try (var input = process.getOutputStream()) {
            input.write(key);
        } catch (IOException _) {
            process.destroy();
        }
    }
}
