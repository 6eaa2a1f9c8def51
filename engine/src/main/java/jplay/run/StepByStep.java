package jplay.run;

import java.util.Locale;
import java.util.Optional;
import jplay.play.Step;
import jplay.strategy.BatchSetting;
import jplay.task.keyword.Controller;

/** {@code --step}: asks before each task, until the answer is to go on without. For one thread. */
final class StepByStep implements BatchSetting.Consent {
    private final Controller controller;
    private boolean asks;

    StepByStep(Controller controller, boolean asks) {
        this.controller = controller;
        this.asks = asks;
    }

    @Override
    public boolean to(Step step) {
        if (!asks) {
            return true;
        }
        var question = "Perform task: %s (N)o/(y)es/(c)ontinue: ".formatted(name(step));
        var answer = controller.ask(question, true, Optional.empty()).orElse("");
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "c", "continue" -> {
                asks = false;
                yield true;
            }
            default -> false;
        };
    }

    private static String name(Step step) {
        var task = step.task();
        var name = task.name() == null ? task.action() : String.valueOf(task.name());
        var kind = step.handler() ? "HANDLER: " : "TASK: ";
        return kind + task.role().map(role -> role.name() + " : " + name).orElse(name);
    }
}
