package jplay.task.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.keyword.TaskProblem;
import jplay.template.TemplateException;
import jplay.template.WrittenText;
import jplay.value.Json;
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
        var expression = var.map(written -> text(context, written)).orElse("");
        if (!expression.isEmpty()) {
            return ActionResult.of(value(context, expression));
        }
        var shown =
                context.arguments().containsKey("msg")
                        ? context.arguments().get("msg")
                        : "Hello world!";
        return ActionResult.of(Result.of().with("msg", shown));
    }

    private static String text(ActionContext context, Object written) {
        var expression = context.templar().render(written, context.scope());
        if (expression instanceof String text) {
            return text;
        }
        throw new TaskFailure(
                "argument 'var' of module 'debug': got %s, want the name of a variable or an expression"
                        .formatted(Json.write(expression, Json.Style.PLAIN)));
    }

    private static Result value(ActionContext context, String expression) {
        var location = context.location("var");
        try {
            return Result.of()
                    .with(
                            expression,
                            context.templar().expression(expression, location, context.scope()));
        } catch (TemplateException e) {
            if (e.getMessage().startsWith("Syntax error")) {
                throw TaskProblem.within("Error while resolving `var` expression", e);
            }
            var partial = new Partial(context, new ArrayList<>());
            var written = new WrittenText(context.scope()).behind("{{ " + expression + " }}");
            var value = written.map(partial::of).orElseGet(() -> partial.error(e));
            return Result.of().with(expression, value).warn(partial.warning());
        }
    }

    /** A value of which some parts cannot be rendered; these say why, in their places. */
    private record Partial(ActionContext context, List<String> errors) {
        @Nullable Object of(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> {
                    var shown = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                    map.forEach((key, each) -> shown.put(key, of(each)));
                    yield shown;
                }
                case List<?> list -> {
                    var shown = new ArrayList<@Nullable Object>();
                    list.forEach(each -> shown.add(of(each)));
                    yield shown;
                }
                case null, default -> leaf(value);
            };
        }

        private @Nullable Object leaf(@Nullable Object value) {
            try {
                return context.templar().render(value, context.scope());
            } catch (TemplateException e) {
                return value instanceof TemplateString template
                        ? new WrittenText(context.scope())
                                .behind(template.text())
                                .map(this::of)
                                .orElseGet(() -> error(e))
                        : error(e);
            }
        }

        String error(TemplateException why) {
            errors.add("error %d - %s".formatted(errors.size() + 1, why.getMessage()));
            return "<< " + errors.getLast() + " >>";
        }

        String warning() {
            return "Encountered %d template error%s.\n%s"
                    .formatted(
                            errors.size(),
                            errors.size() == 1 ? "" : "s",
                            String.join("\n", errors));
        }
    }
}
