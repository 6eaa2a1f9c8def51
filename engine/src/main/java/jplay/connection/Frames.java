package jplay.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Parts what a long-lived shell prints on one stream into answers: each ends with a mark, a text
 * and a newline. Reads on a thread of its own, so that a full pipe never stops the shell. What is
 * kept of one answer is bounded, so a command may print without end.
 */
final class Frames {
    private static final int SMALL = 2048;
    private static final int CHUNK = 32 * 1024;
    private static final Duration NEAR = Duration.ofSeconds(1);

    private final Needle mark;
    private final BlockingQueue<Frame> ready = new LinkedBlockingQueue<>();
    private volatile int limit = ShellWorker.KEPT;
    private byte[] bytes = new byte[SMALL];
    private int size;

    /** Before it no mark begins. */
    private int searched;

    private long cut;
    private volatile boolean over;

    /**
     * One answer.
     *
     * @param content as much of it as is kept
     * @param trailer what stood behind the mark
     * @param cut how many bytes are not kept
     * @param ended whether the stream ended instead; the content is what came since the last answer
     */
    record Frame(byte[] content, String trailer, long cut, boolean ended) {}

    Frames(String mark) {
        this.mark = new Needle(("\n" + mark + " ").getBytes(StandardCharsets.UTF_8));
    }

    /** Bounds what is kept of one answer. */
    void limit(int limit) {
        this.limit = limit;
    }

    /** Whether the stream has ended; answers that came before may still wait. */
    boolean over() {
        return over;
    }

    /** Reads a stream to its end on a new thread. */
    void follow(InputStream stream, String name) {
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try (stream) {
                        for (var read = read(stream); read >= 0; read = read(stream)) {
                            take(read);
                        }
                    } catch (IOException _) {
                        // the shell is gone; whoever waits is told so by the end
                    } finally {
                        over = true;
                        ready.add(new Frame(kept(size), "", cut, true));
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

    /** The end of the stream, which must be near; an empty one when it is not. */
    Frame last() throws InterruptedException {
        var until = System.nanoTime() + NEAR.toNanos();
        var frame = ready.poll(NEAR.toNanos(), TimeUnit.NANOSECONDS);
        while (frame != null && !frame.ended()) {
            frame = ready.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        if (frame == null) {
            return new Frame(new byte[0], "", 0, true);
        }
        ready.add(frame);
        return frame;
    }

    /** Straight behind what is there already. */
    private int read(InputStream stream) throws IOException {
        if (bytes.length - size < Math.min(CHUNK, bytes.length / 2)) {
            var most = limit + mark.length() + CHUNK;
            bytes = Arrays.copyOf(bytes, Math.max(Math.min(most, bytes.length * 2), size + SMALL));
        }
        return stream.read(bytes, size, bytes.length - size);
    }

    private void take(int length) {
        size += length;
        while (true) {
            var at = mark.in(bytes, searched, size);
            var end = at < 0 ? -1 : lineEnd(at + mark.length());
            if (end < 0) {
                shorten(at);
                searched = at < 0 ? Math.max(0, size - mark.length() + 1) : at;
                return;
            }
            answered(at, end);
            searched = 0;
        }
    }

    private void answered(int at, int end) {
        var start = at + mark.length();
        var trailer = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        ready.add(new Frame(kept(at), trailer, cut + Math.max(0, at - limit), false));
        var rest = Arrays.copyOfRange(bytes, end + 1, size);
        if (bytes.length > SMALL) {
            bytes = Arrays.copyOf(rest, Math.max(SMALL, rest.length));
        } else {
            System.arraycopy(rest, 0, bytes, 0, rest.length);
        }
        size = rest.length;
        cut = 0;
    }

    private byte[] kept(int length) {
        return Arrays.copyOf(bytes, Math.min(length, limit));
    }

    /** Forgets what is over the limit, but never the beginning of a mark. */
    private void shorten(int at) {
        var most = limit + mark.length();
        if (at < 0 && size > most) {
            System.arraycopy(bytes, size - mark.length(), bytes, limit, mark.length());
            cut += size - most;
            size = most;
        }
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
