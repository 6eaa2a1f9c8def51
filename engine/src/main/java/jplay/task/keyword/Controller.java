package jplay.task.keyword;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What actions may ask of the machine the engine runs on. */
public interface Controller {
    /** Number of {@code -v}. */
    public int verbosity();

    /**
     * Variables of a YAML or JSON file. @throws jplay.diagnostic.PlaybookException when it cannot
     * be read
     */
    public Map<String, @Nullable Object> variables(Path file);

    /**
     * What the run's vault passwords make of a file's content; as it is when it is not encrypted.
     *
     * @throws jplay.vault.VaultException when no password opens it
     */
    public byte[] opened(byte[] content);

    /** Shows a text to whoever started the run. */
    public void say(String text);

    /**
     * Waits for a line of whoever started the run, at most so long; empty when nobody can answer.
     *
     * @param echo whether what is typed may be seen
     */
    public Optional<String> ask(String prompt, boolean echo, Optional<Duration> limit);
}
