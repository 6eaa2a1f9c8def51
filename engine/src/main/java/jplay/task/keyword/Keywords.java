package jplay.task.keyword;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.TaskFailure;
import jplay.playbook.Task;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/** A task's keywords, rendered with what the task sees. */
public record Keywords(
        Task task, Templar templar, Scope scope, Map<String, @Nullable Object> defaults) {
    private static final List<String> YES = List.of("yes", "on", "1", "true", "t", "y", "1.0");
    private static final List<String> NO = List.of("no", "off", "0", "false", "f", "n", "0.0");

    /** The same keywords, seeing other variables. */
    public Keywords seeing(Scope other) {
        return new Keywords(task, templar, other, defaults);
    }

    /**
     * An inherited keyword's value; that of the flags and configuration when it is not written
     * anywhere.
     */
    public Optional<Object> value(String keyword) {
        return task.directives()
                .setting(keyword)
                .flatMap(setting -> rendered(keyword, setting.value()))
                .or(() -> Optional.ofNullable(defaults.get(keyword)));
    }

    /** A value that was written for a keyword; empty when null or omitted. */
    public Optional<Object> rendered(String keyword, @Nullable Object written) {
        if (written == null) {
            return Optional.empty();
        }
        var value = Arguments.render(templar, written, scope, keyword);
        return value == Omit.OMIT ? Optional.empty() : Optional.ofNullable(value);
    }

    public boolean flag(String keyword, boolean orElse) {
        return value(keyword).map(value -> truth(keyword, value)).orElse(orElse);
    }

    public Optional<String> text(String keyword) {
        return value(keyword).map(Object::toString);
    }

    public Optional<Double> number(String keyword, @Nullable Object written) {
        return rendered(keyword, written).map(value -> parsed(keyword, value));
    }

    private static Double parsed(String keyword, Object value) {
        try {
            return value instanceof Number number
                    ? number.doubleValue()
                    : Double.parseDouble(value.toString());
        } catch (NumberFormatException _) {
            throw new TaskFailure("%s: got '%s', want a number".formatted(keyword, value));
        }
    }

    /** What Ansible takes for true or false. */
    public static boolean truth(String keyword, Object value) {
        var text = value.toString().toLowerCase(Locale.ROOT).strip();
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw new TaskFailure("%s: got '%s', want a boolean".formatted(keyword, value));
    }

    /** Texts of a keyword that takes one or several, such as {@code notify}. */
    public List<String> texts(String keyword, List<?> written) {
        return written.stream()
                .flatMap(each -> rendered(keyword, each).stream())
                .flatMap(value ->
                        value instanceof List<?> several ? several.stream() : Stream.of(value))
                .map(Object::toString)
                .toList();
    }
}
