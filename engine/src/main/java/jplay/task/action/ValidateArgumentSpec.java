package jplay.task.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.spec.SpecCheck;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Fails unless variables are as a specification wants them. */
@Named(
        value = "ansible.builtin.validate_argument_spec",
        summary =
                "Fails unless variables are as a specification wants them, written as in a role's "
                        + "`meta/argument_specs.yml`.")
public record ValidateArgumentSpec(
        @Arg("The options by name, with `type`, `required`, `choices`, `elements` and `options`.")
                Object argumentSpec,
        @Arg("Values that are judged instead of variables of the same name.")
                Map<String, @Nullable Object> providedArguments,
        @Arg("What is validated, to be told again in the result.")
                Map<String, @Nullable Object> validateArgsContext)
        implements Action {
    /** Prose, in which braces are no templates. */
    private static final List<String> PROSE = List.of("description", "short_description");

    @Override
    public ActionResult act(ActionContext context) {
        if (!(rendered(context, argumentSpec) instanceof Map<?, ?> spec)) {
            throw new TaskFailure(
                    "argument 'argument_spec' of module 'validate_argument_spec' wants a mapping of options");
        }
        var problems = SpecCheck.problems(spec, values(context, spec));
        var result = Result.of().with("validate_args_context", validateArgsContext);
        if (problems.isEmpty()) {
            return ActionResult.of(result.message("The arg spec validation passed"));
        }
        return ActionResult.of(
                result.with("argument_errors", problems)
                        .with("argument_spec_data", spec)
                        .message("Validation of arguments failed:\n" + String.join("\n", problems))
                        .asFailed());
    }

    private Map<String, @Nullable Object> values(ActionContext context, Map<?, ?> spec) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var location = context.location("argument_spec");
        spec.forEach((name, option) ->
                names(String.valueOf(name), option).stream()
                        .filter(context.scope()::has)
                        .forEach(each ->
                                values.put(
                                        each,
                                        context.templar()
                                                .expression(each, location, context.scope()))));
        values.putAll(providedArguments);
        return values;
    }

    private static List<String> names(String name, @Nullable Object option) {
        var names = new ArrayList<>(List.of(name));
        if (option instanceof Map<?, ?> map && map.get("aliases") instanceof List<?> aliases) {
            aliases.forEach(alias -> names.add(String.valueOf(alias)));
        }
        return names;
    }

    private static @Nullable Object rendered(ActionContext context, @Nullable Object written) {
        return switch (written) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, value) ->
                        all.put(
                                key,
                                PROSE.contains(String.valueOf(key))
                                        ? prose(value)
                                        : rendered(context, value)));
                yield all;
            }
            case null, default -> context.templar().render(written, context.scope());
        };
    }

    private static @Nullable Object prose(@Nullable Object written) {
        return switch (written) {
            case TemplateString template -> template.text();
            case List<?> list -> list.stream().map(ValidateArgumentSpec::prose).toList();
            case null, default -> written;
        };
    }
}
