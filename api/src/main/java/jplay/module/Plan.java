package jplay.module;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jplay.module.type.Payload;

/**
 * What a module wants to happen. The engine alone decides whether it does: see check mode and diff.
 */
public sealed interface Plan {
    /** Nothing to do. */
    record Unchanged(Result result) implements Plan {}

    /**
     * Something is to be changed.
     *
     * @param predicted what the task reports in check mode; {@code changed} is set by the engine
     * @param apply makes the change and says what the task reports, {@code changed} included;
     *     called at most once, never in check mode
     */
    record Change(Result predicted, Supplier<Result> apply) implements Plan {}

    /** It cannot be done; nothing was touched. */
    record Failed(Result result) implements Plan {}

    /**
     * Look and touch in one script and one round trip; made without having looked.
     *
     * @param script a shell file with the functions {@code NAME_look} and {@code NAME_change}; see
     *     {@link Script}
     * @param arguments given to both functions
     * @param payloads bytes the change part may write with {@code payload N FILE}, N counted from 1
     * @param reading turns what the script said into the result, in which a value {@code changed}
     *     overrules what the script asked for; not called when the script gave up with {@code fail}
     */
    record Guarded(
            Script script,
            List<String> arguments,
            List<Payload> payloads,
            Function<Report, Result> reading)
            implements Plan {
        public Guarded {
            arguments = List.copyOf(arguments);
            payloads = List.copyOf(payloads);
        }

        /** The same with something to write. */
        public Guarded with(Payload... more) {
            return new Guarded(script, arguments, Arrays.asList(more), reading);
        }
    }

    /**
     * A guess: what an earlier task left behind is believed to be there still, and the script makes
     * sure. When its look part tells {@code stale}, and that nothing is to be changed, something
     * else was there.
     *
     * @param otherwise the plan for what the look part found instead
     */
    record Foreseen(Guarded guess, Function<Report, Plan> otherwise) implements Plan {}

    /** Nothing to do, for a reason worth telling. */
    static Plan unchanged(String message) {
        return new Unchanged(Result.of().message(message));
    }

    /** A change whose result is what {@code apply} returns; check mode reports the message. */
    static Plan change(String message, Supplier<Result> apply) {
        return new Change(
                Result.of().message(message),
                () -> {
                    var result = apply.get();
                    return result.failed() ? result : result.changed(true);
                });
    }

    /** It cannot be done. */
    static Plan failed(String message) {
        return new Failed(Result.failure(message));
    }

    /**
     * A script that looks and touches; the result's {@code changed} is set from what the script
     * said.
     */
    static Guarded guarded(
            Script script, List<String> arguments, Function<Report, Result> reading) {
        return new Guarded(script, arguments, List.of(), reading);
    }

    /** The text a user should see of this plan, if any. */
    default Optional<String> message() {
        return switch (this) {
            case Unchanged plan -> plan.result().message();
            case Change plan -> plan.predicted().message();
            case Failed plan -> plan.result().message();
            case Guarded _, Foreseen _ -> Optional.empty();
        };
    }
}
