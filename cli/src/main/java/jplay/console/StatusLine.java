package jplay.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import jplay.callback.Callback;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.result.Recap;

/**
 * The line at the bottom of a terminal: play, task, hosts busy, time. Whatever else is printed goes
 * above it, through the streams that this makes.
 */
public final class StatusLine implements Callback {
    private static final long MEBIBYTE = 1024L * 1024;
    private static final String ERASE = "\r\u001b[K";
    private static final Duration STEP = Duration.ofSeconds(1);

    private final PrintStream terminal;
    private final int width;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Transfer> transfers = new HashMap<>();
    private final long started = System.nanoTime();
    private String play = "";
    private String task = "";
    private boolean running;
    private boolean drawn;
    private boolean lineEnded = true;

    private record Transfer(long bytes, long size) {}

    /** A line on a terminal of so many columns. */
    public StatusLine(PrintStream terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    /** A stream on the same terminal that keeps clear of the line. */
    public PrintStream above(PrintStream stream) {
        return new PrintStream(new Above(stream), true, StandardCharsets.UTF_8);
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        running = true;
        Thread.ofVirtual().name("status line").start(this::tick);
    }

    @Override
    public void playStarted(Play begun, String name) {
        play = name;
        task = "";
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        change(() -> task = heading.name());
    }

    @Override
    public void hostStarted(TaskHeading heading, String host) {
        change(() -> busy.add(host));
    }

    @Override
    public void sending(String host, long bytes, long size) {
        change(() -> transfers.put(host, new Transfer(bytes, size)));
    }

    @Override
    public void taskEnded(HostEvent event) {
        change(() -> {
            busy.remove(event.host());
            transfers.remove(event.host());
        });
    }

    @Override
    public void playbookEnded(Recap recap) {
        change(() -> running = false);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            erase();
            draw();
        } finally {
            lock.unlock();
        }
    }

    private void tick() {
        while (running) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException _) {
                return;
            }
            change(() -> {});
        }
    }

    private void erase() {
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
            drawn = false;
        }
    }

    private void draw() {
        if (running && lineEnded && !task.isEmpty()) {
            terminal.print(text());
            terminal.flush();
            drawn = true;
        }
    }

    private String text() {
        var seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        var text =
                "%d:%02d  %d busy  %s%s%s"
                        .formatted(
                                seconds / 60,
                                seconds % 60,
                                busy.size(),
                                sent(),
                                play.isBlank() ? "" : play.strip() + " > ",
                                task);
        var shown = Screen.harmless(text).replace('\n', ' ').replace('\t', ' ');
        var points = shown.codePointCount(0, shown.length());
        return points < width ? shown : shown.substring(0, shown.offsetByCodePoints(0, width - 1));
    }

    /** How far large files are, all hosts together. */
    private String sent() {
        if (transfers.isEmpty()) {
            return "";
        }
        var bytes = transfers.values().stream().mapToLong(Transfer::bytes).sum();
        var size = transfers.values().stream().mapToLong(Transfer::size).sum();
        return "%d of %d MiB sent  ".formatted(bytes / MEBIBYTE, size / MEBIBYTE);
    }

    /** Collects what is printed until it is flushed, and then prints it above the line. */
    private final class Above extends OutputStream {
        private final PrintStream stream;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

        Above(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int value) {
            lock.lock();
            try {
                waiting.write(value);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            lock.lock();
            try {
                waiting.write(bytes, offset, length);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void flush() {
            lock.lock();
            try {
                if (waiting.size() > 0) {
                    var bytes = waiting.toByteArray();
                    waiting.reset();
                    erase();
                    stream.write(bytes, 0, bytes.length);
                    lineEnded = bytes[bytes.length - 1] == '\n';
                }
                stream.flush();
                draw();
            } finally {
                lock.unlock();
            }
        }
    }
}
