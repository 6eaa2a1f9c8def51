package jplay.module;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How scripts and the engine talk: the functions a script finds at hand, and what its output means.
 *
 * @param mark a text that no host can guess, in the environment of every script as {@code
 *     JPLAY_MARK}
 */
public record ScriptProtocol(String mark) {
    /** The functions promised by {@link Script}, as a script that all others need. */
    public static final Script PRELUDE = Script.beside(ScriptProtocol.class, "prelude");

    /** Exit status of a script that gave up with {@code fail}. */
    public static final int GAVE_UP = 97;

    private static final String RAW = "raw";

    /**
     * Either what a script said or why it gave up.
     *
     * @param failure the message given to {@code fail}
     */
    public record Reading(Report report, Optional<String> failure) {}

    /** What the output of a guarded call means. */
    public Reading read(Answer answer) {
        var said = new LinkedHashMap<String, String>();
        var output = answer.output();
        var at = 0;
        while (at < output.length) {
            var end = lineEnd(output, at);
            var line = text(output, at, end);
            at = end + 1;
            if (line.equals(RAW)) {
                break;
            }
            at = take(line, output, at, said);
        }
        var rest =
                at >= output.length ? new byte[0] : Arrays.copyOfRange(output, at, output.length);
        var state = said.getOrDefault("jplay_state", "");
        var failure =
                Optional.ofNullable(answer.status() == GAVE_UP ? said.get("jplay_failed") : null);
        var changeNeeded = state.equals("needed") || state.equals("applied");
        said.keySet().removeIf(name -> name.startsWith("jplay_"));
        var report =
                new Report(
                        changeNeeded,
                        state.equals("applied"),
                        said,
                        answer.status(),
                        rest,
                        answer.errors());
        return new Reading(report, failure);
    }

    /**
     * What a function said that is called outside of a guarded plan.
     *
     * @throws TaskFailure when it gave up or broke
     */
    Report report(Answer answer) {
        var reading = read(answer);
        if (reading.failure().isPresent()) {
            throw new TaskFailure(Result.failure(reading.failure().get()));
        }
        if (!answer.ok()) {
            var why = answer.errorText().strip();
            throw new TaskFailure(
                    "the script failed with status %d%s"
                            .formatted(answer.status(), why.isEmpty() ? "" : ": " + why));
        }
        return reading.report();
    }

    /** Takes one told value; returns where the next begins. */
    private int take(String line, byte[] output, int at, Map<String, String> said) {
        var several = line.indexOf("<<" + mark);
        var single = line.indexOf('=');
        if (several < 0 || (single >= 0 && single < several)) {
            if (single > 0) {
                said.put(line.substring(0, single), line.substring(single + 1));
            }
            return at;
        }
        var end = ("\n" + mark + "\n").getBytes(StandardCharsets.UTF_8);
        var stop = indexOf(output, end, at);
        if (stop < 0) {
            return output.length;
        }
        said.put(line.substring(0, several), text(output, at, stop));
        return stop + end.length;
    }

    private static int lineEnd(byte[] bytes, int from) {
        var at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (var at = from; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
