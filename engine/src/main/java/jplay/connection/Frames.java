package jplay.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Parts what a long-lived shell prints on one stream into answers: each ends with a mark, a text
 * and a newline. Reads on a thread of its own, so that a full pipe never stops the shell. What is
 * kept of one answer is bounded.
 */
final class Frames {
    /** Bytes kept of one answer; what comes later is dropped. */
    static final int LIMIT = 64 * 1024 * 1024;

    private static final Frame END = new Frame(new byte[0], "", false, true);

    private final byte[] mark;
    private final BlockingQueue<Frame> ready = new LinkedBlockingQueue<>();
    private byte[] bytes = new byte[8192];
    private int size;
    private boolean dropped;

    /**
     * One answer.
     *
     * @param trailer what stood behind the mark
     * @param dropped whether it was longer than what is kept
     * @param ended whether the stream ended instead
     */
    record Frame(byte[] content, String trailer, boolean dropped, boolean ended) {}

    Frames(String mark) {
        this.mark = ("\n" + mark + " ").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a stream to its end on a new thread. */
    void follow(InputStream stream, String name) {
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try (stream) {
                        var chunk = new byte[65536];
                        for (var read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                            take(chunk, read);
                        }
                    } catch (IOException _) {
                        // the shell is gone; whoever waits is told so by the end
                    } finally {
                        ready.add(END);
                    }
                });
    }

    /**
     * Waits for the next answer; an ended one from the end of the stream on, however often it is
     * asked.
     */
    Frame next() throws InterruptedException {
        var frame = ready.take();
        if (frame.ended()) {
            ready.add(frame);
        }
        return frame;
    }

    private void take(byte[] chunk, int length) {
        var from = Math.max(0, size - mark.length);
        append(chunk, length);
        while (true) {
            var at = indexOf(from);
            var end = at < 0 ? -1 : lineEnd(at + mark.length);
            if (end < 0) {
                shorten(at);
                return;
            }
            var trailer =
                    new String(
                            bytes,
                            at + mark.length,
                            end - at - mark.length,
                            StandardCharsets.UTF_8);
            ready.add(
                    new Frame(Arrays.copyOf(bytes, Math.min(at, LIMIT)), trailer, dropped, false));
            System.arraycopy(bytes, end + 1, bytes, 0, size - end - 1);
            size -= end + 1;
            dropped = false;
            from = 0;
        }
    }

    private void append(byte[] chunk, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        System.arraycopy(chunk, 0, bytes, size, length);
        size += length;
    }

    /** Forgets what is over the limit, but never the beginning of a mark. */
    private void shorten(int mark) {
        if (mark < 0 && size > LIMIT + this.mark.length) {
            System.arraycopy(bytes, size - this.mark.length, bytes, LIMIT, this.mark.length);
            size = LIMIT + this.mark.length;
            dropped = true;
        }
    }

    private int indexOf(int from) {
        for (var at = from; at <= size - mark.length; at++) {
            if (bytes[at] == '\n'
                    && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    private int lineEnd(int from) {
        for (var at = from; at < size; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
