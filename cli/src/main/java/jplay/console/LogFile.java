package jplay.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;

/** What is shown, written down as Ansible's {@code log_path} does. */
public final class LogFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    private final Writer writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final String writerIs =
            " p=" + ProcessHandle.current().pid() + " u=" + System.getProperty("user.name");

    /** Goes on behind what a file holds. @throws IOException when it cannot be written */
    public LogFile(Path file) throws IOException {
        writer =
                Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Writes one message down, unless it is empty. */
    void write(String text) {
        var message = text.startsWith("\n") ? text.substring(1) : text;
        if (message.isBlank()) {
            return;
        }
        lock.lock();
        try {
            var now = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
            writer.write(now + writerIs + " n=ansible " + level(message) + "| " + message + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static String level(String message) {
        if (message.startsWith("[ERROR]")) {
            return "ERROR";
        }
        var warning = message.startsWith("[WARNING]") || message.startsWith("[DEPRECATION");
        return warning ? "WARNING" : "INFO";
    }
}
