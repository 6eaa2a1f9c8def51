package jplay.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Answer;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;

/**
 * Bytes on their way into a file of mode 0600 on a host: as they are where the host can count what
 * it reads, else in parts as text.
 */
final class Upload {
    /** The status that says that the host cannot count what it reads. */
    static final int NO_TOOL = 98;

    /** The functions that its texts call. */
    static final Script TOOLS = Script.beside(Upload.class, "upload");

    private static final String DIGEST = "SHA-1";
    private static final int CHUNK = 256 * 1024;
    private static final String CHANGED =
            "cannot read what is to be sent: it changed while it was sent";
    private static final Duration STEP = Duration.ofMillis(250);

    private final Payload payload;
    private final long size;
    private final String sum;
    private final String mark;
    private final String folder;
    private boolean shortened;

    Upload(Payload payload, String mark, String folder) throws IOException {
        this.payload = payload;
        this.size = payload.size();
        this.sum = payload.digest(DIGEST);
        this.mark = mark;
        this.folder = folder;
    }

    /** Code that makes the file and prints its name. */
    String begin(String way) {
        return "upload_begin %s %d %s %s".formatted(way, size, mark, ShellText.quoted(folder));
    }

    /** Code that reads the bytes into it. */
    String take() {
        return "upload_take " + size + " \"$jplay_name\"";
    }

    /**
     * Writes exactly as many bytes as were promised, whatever becomes of the file meanwhile.
     *
     * @throws IOException when the connection is lost
     */
    void feed(OutputStream to, ShellWorker.UploadProgress progress) throws IOException {
        var told = System.nanoTime();
        try (var in = opened()) {
            var chunk = new byte[CHUNK];
            for (var left = size; left > 0; ) {
                var wanted = (int) Math.min(chunk.length, left);
                fill(chunk, wanted, in);
                to.write(chunk, 0, wanted);
                left -= wanted;
                if (System.nanoTime() - told > STEP.toNanos()) {
                    told = System.nanoTime();
                    progress.sent(size - left, size);
                }
            }
        }
        to.flush();
        progress.sent(size, size);
    }

    private InputStream opened() {
        try {
            return payload.open();
        } catch (IOException _) {
            return InputStream.nullInputStream();
        }
    }

    private void fill(byte[] chunk, int wanted, InputStream in) {
        try {
            shortened |= in.readNBytes(chunk, 0, wanted) < wanted;
        } catch (IOException _) {
            shortened = true;
        }
    }

    /** What the whole came to: the beginning's answer with the end's verdict. */
    Answer judged(Answer begun, Answer taken) {
        if (taken.ok()) {
            compare(taken.text());
        }
        return new Answer(taken.status(), begun.output(), taken.errors());
    }

    /** A host that cannot compute a sum says nothing. */
    private void compare(String arrived) {
        if (!shortened && !arrived.isEmpty() && !arrived.equals(sum)) {
            throw new TaskFailure(
                    changed()
                            ? CHANGED
                            : "what arrived on the host is not what was sent: it has the SHA-1 %s instead of %s"
                                    .formatted(arrived, sum));
        }
    }

    private boolean changed() {
        try {
            return !payload.digest(DIGEST).equals(sum);
        } catch (IOException _) {
            return true;
        }
    }

    /** The file's name. */
    String named(Answer answer) {
        if (shortened) {
            throw new TaskFailure(CHANGED);
        }
        if (!answer.ok()) {
            throw new TaskFailure(
                    answer.errorText().isBlank()
                            ? "cannot write " + answer.text()
                            : "cannot write " + answer.text() + ": " + answer.errorText());
        }
        return answer.text();
    }

    /** Sends the bytes as text; for hosts that lack what the fast way needs. */
    String inParts(ShellWorker worker, ShellEnd end) throws IOException {
        var path = named(worker.call(request(new byte[0], begin("parts"))));
        end.uploaded(path);
        try (var in = payload.open()) {
            for (var part = in.readNBytes(CHUNK); part.length > 0; part = in.readNBytes(CHUNK)) {
                var answer = worker.call(request(part, "cat >>" + ShellText.quoted(path)));
                named(
                        new Answer(
                                answer.status(),
                                path.getBytes(StandardCharsets.UTF_8),
                                answer.errors()));
            }
        }
        compare(worker.call(request(new byte[0], "upload_sum " + ShellText.quoted(path))).text());
        return path;
    }

    private static ShellRequest request(byte[] input, String code) {
        return new ShellRequest(
                List.of(TOOLS),
                List.of("eval", code),
                Map.of(),
                input,
                List.of(),
                Optional.empty());
    }
}
