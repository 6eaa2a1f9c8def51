package jplay.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jplay.inventory.VariableFile;
import jplay.task.keyword.Controller;
import org.jspecify.annotations.Nullable;

/** The machine the engine runs on, for actions. */
record LiveController(int verbosity, Terminal terminal, VariableFile files) implements Controller {
    @Override
    public Map<String, @Nullable Object> variables(Path file) {
        return files.read(file);
    }

    @Override
    public byte[] opened(byte[] content) {
        return files.vault().open(content);
    }

    @Override
    public void say(String text) {
        terminal.say(text);
    }

    @Override
    public Optional<String> ask(String prompt, boolean echo, Optional<Duration> limit) {
        return terminal.ask(prompt, echo, limit);
    }
}
