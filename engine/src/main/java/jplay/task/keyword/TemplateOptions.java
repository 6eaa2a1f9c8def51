package jplay.task.keyword;

import java.util.Map;
import jplay.template.Templar.Delimiters;
import jplay.template.Templar.FileOptions;
import org.jspecify.annotations.Nullable;

/** Reads how a template is written from the arguments of the task that renders it. */
public final class TemplateOptions {
    private final Map<String, @Nullable Object> arguments;

    private TemplateOptions(Map<String, @Nullable Object> arguments) {
        this.arguments = arguments;
    }

    public static FileOptions of(Map<String, @Nullable Object> arguments) {
        var options = new TemplateOptions(arguments);
        return new FileOptions(
                options.flag("trim_blocks", true),
                options.flag("lstrip_blocks", false),
                FileOptions.DEFAULT.keepTrailingNewline(),
                options.text("newline_sequence", "\n").replace("\\n", "\n").replace("\\r", "\r"),
                options.delimiters());
    }

    private Delimiters delimiters() {
        var usual = Delimiters.DEFAULT;
        return new Delimiters(
                text("block_start_string", usual.blockStart()),
                text("block_end_string", usual.blockEnd()),
                text("variable_start_string", usual.variableStart()),
                text("variable_end_string", usual.variableEnd()),
                text("comment_start_string", usual.commentStart()),
                text("comment_end_string", usual.commentEnd()));
    }

    private boolean flag(String name, boolean orElse) {
        var value = arguments.get(name);
        return value == null ? orElse : Keywords.truth(name, value);
    }

    private String text(String name, String orElse) {
        var value = arguments.get(name);
        return value == null ? orElse : value.toString();
    }
}
