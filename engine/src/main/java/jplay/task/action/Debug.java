package jplay.task.action;

import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.template.TemplateException;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Shows a text or the value of an expression. */
@Named(value = "ansible.builtin.debug", summary = "Shows a text or the value of an expression.")
public record Debug(
        @Arg("What to show.") Optional<Object> msg,
        @Arg("A variable or expression whose value is shown.") Optional<Object> var,
        @Arg(value = "Shown only from this verbosity on.", orElse = "0") int verbosity)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        if (verbosity > context.controller().verbosity()) {
            return ActionResult.skipped(
                    Result.of().with("skipped_reason", "Verbosity threshold not met."));
        }
        if (var.isPresent() && msg.isPresent()) {
            return ActionResult.of(Result.failure("parameters are mutually exclusive: msg|var"));
        }
        if (var.isPresent()) {
            return ActionResult.of(value(context, var.get()));
        }
        var shown =
                context.arguments().containsKey("msg")
                        ? context.arguments().get("msg")
                        : "Hello world!";
        return ActionResult.of(Result.of().with("msg", shown));
    }

    private static Result value(ActionContext context, Object written) {
        var name = written;
        try {
            if (written instanceof TemplateString) {
                name = context.templar().render(written, context.scope());
            }
            if (!(name instanceof String expression)) {
                return Result.of()
                        .with(text(written), context.templar().render(name, context.scope()));
            }
            return Result.of()
                    .with(expression, evaluated(context, expression, context.location("var")));
        } catch (TemplateException e) {
            return Result.of()
                    .with(text(name), "<< error 1 - " + e.getMessage() + " >>")
                    .warn("Encountered 1 template error.\nerror 1 - " + e.getMessage());
        }
    }

    private static @Nullable Object evaluated(
            ActionContext context, String expression, Location location) {
        return context.templar().expression(expression, location, context.scope());
    }

    private static String text(@Nullable Object name) {
        return name instanceof TemplateString template ? template.text() : String.valueOf(name);
    }
}
