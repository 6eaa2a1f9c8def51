package jplay.module;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command on a host answered, byte-exact.
 *
 * @param status exit status; 127 when the program does not exist
 * @param cut how many more bytes were printed than are kept here
 */
public record Answer(int status, byte[] output, byte[] errors, long cut) {
    /** An answer that is kept whole. */
    public Answer(int status, byte[] output, byte[] errors) {
        this(status, output, errors, 0);
    }

    /** Whether the exit status is 0. */
    public boolean ok() {
        return status == 0;
    }

    /** Standard output as text, without trailing newlines. */
    public String text() {
        return withoutLastLineEnds(output);
    }

    /** Standard error as text, without trailing newlines. */
    public String errorText() {
        return withoutLastLineEnds(errors);
    }

    /** Lines of standard output; none when it is empty. */
    public List<String> lines() {
        return new String(output, StandardCharsets.UTF_8).lines().toList();
    }

    private static String withoutLastLineEnds(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
