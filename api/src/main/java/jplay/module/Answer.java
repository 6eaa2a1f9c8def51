package jplay.module;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command on a host answered, byte-exact.
 *
 * @param status exit status; 127 when the program does not exist
 */
public record Answer(int status, byte[] output, byte[] errors) {
    /** Whether the exit status is 0. */
    public boolean ok() {
        return status == 0;
    }

    /** Standard output as text, without trailing newlines. */
    public String text() {
        return new String(output, StandardCharsets.UTF_8).replaceAll("\n+$", "");
    }

    /** Standard error as text, without trailing newlines. */
    public String errorText() {
        return new String(errors, StandardCharsets.UTF_8).replaceAll("\n+$", "");
    }

    /** Lines of standard output; none when it is empty. */
    public List<String> lines() {
        return new String(output, StandardCharsets.UTF_8).lines().toList();
    }
}
