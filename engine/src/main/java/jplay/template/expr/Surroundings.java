package jplay.template.expr;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a template: the other variables, files, and who is told about things to be
 * changed.
 */
public interface Surroundings {
    /** Names of all variables. */
    Set<String> variableNames();

    /** Folders in which files are looked for, nearest first. */
    List<Path> searchPath();

    /** An environment variable; empty when it is not set. */
    Optional<String> environment(String name);

    /** What the run was told; also opens encrypted files. */
    Settings settings();

    /** Whether there is a module or action of that name. */
    boolean isModule(String name);

    /**
     * A template that a lookup reads.
     *
     * @param file where it was found; what it includes is looked for beside it
     * @param variables seen before those of the play
     * @param options as {@code trim_blocks}
     */
    record TemplateText(
            String text, Path file, Map<?, ?> variables, Map<String, @Nullable Object> options) {}

    /**
     * Evaluates a bare expression with more variables. Nobody knows who wrote it, so it reaches no
     * lookup and renders no text.
     */
    @Nullable Object evaluate(String expression, Map<String, ? extends @Nullable Object> variables);

    /** Renders a template's text. */
    @Nullable Object renderText(TemplateText template);

    /** Tells that something will not work for ever. */
    void deprecate(String message);
}
