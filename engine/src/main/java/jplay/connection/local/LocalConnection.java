package jplay.connection.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.ShellWorker;
import jplay.connection.process.Carrier;
import jplay.connection.process.ProcessConnection;

/** This machine: shells are child processes that see the environment jplay was started with. */
public final class LocalConnection implements Connection {
    private final Connection children;

    /** The machine under an inventory name, with {@code sh} from the PATH. */
    public LocalConnection(String host) {
        this(host, List.of("sh"));
    }

    /** With another POSIX shell, such as {@code busybox sh}. */
    public LocalConnection(String host, List<String> shell) {
        children = new ProcessConnection(host, new Here(), shell);
    }

    @Override
    public ShellWorker worker(Become become) {
        return children.worker(become);
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void close() {
        children.close();
    }

    /** Nothing lies between. */
    private record Here() implements Carrier {
        @Override
        public List<String> command(List<String> words) {
            return words;
        }

        @Override
        public String folder() {
            var wanted = System.getenv("TMPDIR");
            return wanted != null && Files.isDirectory(Path.of(wanted)) ? wanted : "/tmp";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public Optional<String> unreachable(Ending ending) {
            return Optional.empty();
        }
    }
}
