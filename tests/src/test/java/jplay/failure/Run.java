package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

/** What a run gave: its exit status and all it wrote. */
public record Run(int status, String output) {
    /** The message of a host that failed or was lost, with the word for which of them. */
    String fatal(String host) {
        var line =
                Pattern.compile(
                                "(?m)^fatal: \\[%s\\]: (\\w+)! => .*\"msg\": \"((?:[^\"\\\\]|\\\\.)*)\""
                                        .formatted(Pattern.quote(host)))
                        .matcher(output);
        assertTrue(line.find(), () -> "nothing fatal on " + host + ":\n" + output);
        var message = line.group(2).replace("\\n", "\n").replace("\\\"", "\"");
        return line.group(1) + ": " + message;
    }

    /** A line of the recap, such as {@code ok=2 changed=1 unreachable=0 failed=0}. */
    String recap(String host) {
        var line =
                Pattern.compile("(?m)^" + Pattern.quote(host) + " +: (ok=.*failed=\\d+) ")
                        .matcher(output);
        assertTrue(line.find(), () -> "no recap of " + host + ":\n" + output);
        return line.group(1).replaceAll(" +", " ");
    }

    /** It ended so, and nothing in it is our own fault. */
    public Run ended(int code) {
        assertEquals(code, status, output);
        assertFalse(output.contains("defect of jplay"), output);
        assertFalse(output.contains("Exception"), output);
        return this;
    }
}
