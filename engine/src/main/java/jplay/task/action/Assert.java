package jplay.task.action;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.template.WrittenText;
import jplay.value.Json;
import jplay.value.TemplateString;

/** Fails unless conditions hold. */
@Named(value = "ansible.builtin.assert", summary = "Fails unless conditions hold.")
@Constraint(value = Constraint.Kind.REQUIRED_ONE_OF, arguments = "that")
public record Assert(
        @Arg("One or several conditions.") Object that,
        @Arg(value = "Said when one does not hold: a text or a list of texts.", aliases = "msg")
                Optional<Object> failMsg,
        @Arg("Said when all hold: a text or a list of texts.") Optional<Object> successMsg,
        @Arg(value = "Say less.", orElse = "false") boolean quiet)
        implements Action {
    public Assert {
        failMsg.ifPresent(message -> checked("fail_msg", message));
        successMsg.ifPresent(message -> checked("success_msg", message));
    }

    private static void checked(String argument, Object message) {
        var texts = message instanceof List<?> list ? list : List.of(message);
        if (!texts.stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException(
                    "argument '%s' of module 'assert': got %s, want a text or a list of texts"
                            .formatted(argument, Json.write(message, Json.Style.PLAIN)));
        }
    }

    @Override
    public ActionResult act(ActionContext context) {
        var failing = context.failing(conditions(context), context.location("that"));
        if (failing.isEmpty()) {
            return ActionResult.of(
                    Result.of().with("msg", successMsg.orElse("All assertions passed")));
        }
        return ActionResult.of(
                Result.of()
                        .asFailed()
                        .with("evaluated_to", false)
                        .with("assertion", failing.get())
                        .with("msg", failMsg.orElse("Assertion failed")));
    }

    /** A list of conditions may stand in a variable. */
    private Object conditions(ActionContext context) {
        return that instanceof TemplateString template
                ? new WrittenText(context.scope())
                        .behind(template.text())
                        .filter(List.class::isInstance)
                        .orElse(that)
                : that;
    }
}
