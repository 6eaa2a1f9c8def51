package jplay.modules.files.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.modules.files.Attributes;

/**
 * Spares reading a file that was edited just before, as the items of a loop do: what it must hold
 * by now is known, and the host makes sure before it writes.
 *
 * @param script whose look part takes two more arguments: the SHA-1 that the file must have, and
 *     the path as it was given
 */
record Foresight(Remote remote, Script script, Subject subject, Function<HostText, Plan> edited) {
    private static final int MOST_BYTES = 64 * 1024;

    /** The path as it was given, and what its attributes are to be. */
    record Subject(String path, List<String> attributes) {}

    private record Note(Subject subject, HostText text) {}

    /** The plan for the file, which is read unless it is known. */
    Plan plan(Supplier<HostText> reading) {
        return noted().flatMap(text -> guess(text, reading)).orElseGet(() -> read(reading));
    }

    private Optional<HostText> noted() {
        return remote.note()
                .get()
                .filter(Note.class::isInstance)
                .map(Note.class::cast)
                .filter(note -> note.subject().equals(subject))
                .map(Note::text);
    }

    private Plan read(Supplier<HostText> reading) {
        var text = reading.get();
        var plan = edited.apply(text);
        keep(text, plan);
        return plan;
    }

    /** None where it would fail: that is told of what is really there. */
    private Optional<Plan> guess(HostText text, Supplier<HostText> reading) {
        try {
            var plan = edited.apply(text);
            keep(text, plan);
            return guarded(text, plan)
                    .map(guess ->
                            new Plan.Foreseen(
                                    guess,
                                    found -> again(new HostText(found, found.output()), reading)));
        } catch (TaskFailure _) {
            return Optional.empty();
        }
    }

    /** What was found is a guess too: other items may have written since. */
    private Plan again(HostText found, Supplier<HostText> reading) {
        return Optional.of(found)
                .filter(HostText::fits)
                .flatMap(text -> guess(text, reading))
                .orElseGet(() -> read(reading));
    }

    private Optional<Plan.Guarded> guarded(HostText text, Plan plan) {
        return switch (plan) {
            case Plan.Guarded writing ->
                    Optional.of(
                            new Plan.Guarded(
                                    script,
                                    sure(text, writing.arguments()),
                                    writing.payloads(),
                                    writing.reading()));
            case Plan.Unchanged unchanged -> {
                var nothing = new ArrayList<>(List.of(text.path(), "1", "0", "", "2"));
                nothing.addAll(subject.attributes());
                yield Optional.of(
                        Plan.guarded(
                                script,
                                sure(text, nothing),
                                report ->
                                        unchanged.result().values().containsKey("uid")
                                                ? Attributes.told(unchanged.result(), report)
                                                : unchanged.result()));
            }
            case Plan.Change _, Plan.Failed _, Plan.Foreseen _ -> Optional.empty();
        };
    }

    private List<String> sure(HostText text, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add(sum(Payload.of(text.bytes())));
        all.add(subject.path());
        return all;
    }

    /** What the file will hold when the plan was carried out. */
    private void keep(HostText old, Plan plan) {
        var note = Optional.<Object>empty();
        if (old.fits() && old.bytes().length <= MOST_BYTES) {
            note = after(old, plan).map(text -> new Note(subject, text));
        }
        remote.note().set(note);
    }

    private static Optional<HostText> after(HostText old, Plan plan) {
        return switch (plan) {
            case Plan.Unchanged _ -> Optional.of(old);
            case Plan.Guarded writing ->
                    writing.payloads().isEmpty()
                            ? Optional.empty()
                            : bytes(writing.payloads().getFirst())
                                    .map(bytes -> new HostText(told(old, bytes.length), bytes));
            case Plan.Change _, Plan.Failed _, Plan.Foreseen _ -> Optional.empty();
        };
    }

    private static Optional<byte[]> bytes(Payload payload) {
        try (var in = payload.open()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Report told(HostText old, int size) {
        var said = new LinkedHashMap<>(old.told().said());
        said.put("size", String.valueOf(size));
        return new Report(false, false, said, 0, new byte[0], new byte[0]);
    }

    private static String sum(Payload payload) {
        try {
            return payload.digest("SHA-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
