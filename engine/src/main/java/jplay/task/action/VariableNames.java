package jplay.task.action;

import java.util.regex.Pattern;
import jplay.module.TaskFailure;
import jplay.task.ActionContext;
import jplay.value.TemplateString;

/** Names of variables that a task gives, which may be templates. */
record VariableNames(ActionContext context, String argument) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** The name, rendered. @throws TaskFailure when no variable can be named so */
    String of(String written) {
        var template =
                TemplateString.of(
                        written, context.location(argument.isEmpty() ? written : argument));
        var name = String.valueOf(context.templar().render(template, context.scope()));
        if (!NAME.matcher(name).matches()) {
            throw new TaskFailure("Task failed: Invalid variable name '%s'.".formatted(name));
        }
        return name;
    }
}
