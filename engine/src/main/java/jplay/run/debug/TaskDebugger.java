package jplay.run.debug;

import java.util.Map;
import java.util.Optional;
import jplay.play.Step;
import jplay.strategy.Debugger;
import jplay.task.TaskOutcome;
import jplay.task.TaskScopes;
import jplay.task.keyword.Controller;
import jplay.task.keyword.Keywords;
import jplay.template.Templar;
import jplay.template.TemplateException;

/** Opens a session with whoever started the run when a task ended as they want to be told. */
public record TaskDebugger(When when, Templar templar, TaskScopes scopes, Controller controller)
        implements Debugger {
    @Override
    public Optional<Step> again(TaskOutcome outcome, String name) throws InterruptedException {
        return when.opens(outcome.result(), keyword(outcome.step()))
                ? new Session(this, outcome, name).outcome()
                : Optional.empty();
    }

    private String keyword(Step step) {
        if (step.task().directives().setting("debugger").isEmpty()) {
            return "";
        }
        try {
            return new Keywords(step.task(), templar, scopes.of(step), Map.of())
                    .text("debugger")
                    .orElse("");
        } catch (TemplateException _) {
            return "";
        }
    }
}
