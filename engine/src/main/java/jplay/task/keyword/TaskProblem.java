package jplay.task.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.template.TemplateException;

/**
 * The engine cannot do what a task says, before any module is asked; worded as users know it from
 * Ansible.
 */
public final class TaskProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String stage;
    private final transient Optional<TemplateException> template;
    private boolean begun;

    private TaskProblem(String stage, String message, Optional<TemplateException> template) {
        super(message);
        this.stage = stage;
        this.template = template;
    }

    /** A problem that is all told by one sentence. */
    public static TaskProblem of(String message) {
        return new TaskProblem(
                "Task failed: " + message, "Task failed: " + message, Optional.empty());
    }

    /** A problem of which the result tells the sentence alone. */
    public static TaskProblem refusal(String message) {
        return new TaskProblem("Task failed: " + message, message, Optional.empty());
    }

    /** A problem whose sentence stands alone. */
    public static TaskProblem bare(String message) {
        return new TaskProblem(message, message, Optional.empty());
    }

    /** A template that cannot be rendered. */
    public static TaskProblem of(TemplateException cause) {
        return new TaskProblem(
                "Task failed", "Task failed: " + cause.getMessage(), Optional.of(cause));
    }

    /** A template that cannot be rendered, and what the engine was doing. */
    public static TaskProblem of(String stage, TemplateException cause) {
        var outer = "Task failed: " + stage;
        return new TaskProblem(outer, outer + ": " + cause.getMessage(), Optional.of(cause));
    }

    /** The template's fault, with what it was to give. */
    public static TemplateException within(String doing, TemplateException cause) {
        return new TemplateException(
                cause.diagnostic().saying(doing + ": " + cause.getMessage()), cause.undefined());
    }

    /** The same for a task that was about to act: its conditions held. */
    public TaskProblem inAction() {
        begun = true;
        return this;
    }

    /** Whether the task was about to act. */
    public boolean begun() {
        return begun;
    }

    /** Why, outermost first, for a task at a place. */
    public List<Diagnostic> causes(Location task) {
        var causes = new ArrayList<Diagnostic>();
        causes.add(Diagnostic.error(task, 1, stage));
        template.ifPresent(cause -> causes.add(cause.diagnostic()));
        return causes;
    }
}
