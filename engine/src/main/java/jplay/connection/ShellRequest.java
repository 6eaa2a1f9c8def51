package jplay.connection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Script;
import jplay.module.type.Payload;

/**
 * One thing for a worker to run.
 *
 * @param scripts functions to have at hand, each before those that need it; sent only when the
 *     worker lacks them
 * @param words function or program and its literal arguments
 * @param environment exported for this request only; never in an argv
 * @param input standard input
 * @param payloads bytes for {@code payload N FILE}; small ones travel inside the request, a larger
 *     one must have been uploaded before (see {@link #INLINE_LIMIT})
 * @param timeout after which the request is stopped on the host and fails; none when empty
 */
public record ShellRequest(
        List<Script> scripts,
        List<String> words,
        Map<String, String> environment,
        byte[] input,
        List<PayloadSource> payloads,
        Optional<Duration> timeout) {
    /** Payloads up to this size travel inside the request. */
    public static final int INLINE_LIMIT = 64 * 1024;

    public ShellRequest {
        scripts = List.copyOf(scripts);
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        payloads = List.copyOf(payloads);
    }

    /** A program with literal arguments and nothing else. */
    public static ShellRequest of(String... words) {
        return new ShellRequest(
                List.of(), List.of(words), Map.of(), new byte[0], List.of(), Optional.empty());
    }

    /** Where a payload's bytes are when the request runs. */
    public sealed interface PayloadSource {
        /** Inside the request. */
        record Inline(Payload payload) implements PayloadSource {}

        /**
         * In a file on the host, made by {@link ShellWorker#upload}; it vanishes with the request.
         */
        record Uploaded(String path) implements PayloadSource {}

        /** In a file that the host has anyway, and that stays. */
        record Present(String path) implements PayloadSource {}

        /** Not sent, because only the look part is to run. */
        record Absent() implements PayloadSource {}
    }
}
