package jplay.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.value.TemplateString;

/**
 * Finds what a template that is only the name of a variable, or a path into one, leads to, if a
 * user wrote that.
 */
public record WrittenText(Scope scope) {
    private static final int DEPTH = 50;
    private static final String STEP = "\\.\\w+|\\[\\s*(?:\\d+|'[^']*'|\"[^\"]*\")\\s*]";
    private static final Pattern STEPS = Pattern.compile(STEP);
    private static final Pattern PATH =
            Pattern.compile("\\{\\{-?\\s*([A-Za-z_]\\w*)((?:" + STEP + ")*)\\s*-?}}");

    /** What is behind a template, unrendered; empty when it is not sure that a user wrote it. */
    public Optional<Object> behind(String template) {
        return behind(template, DEPTH);
    }

    private Optional<Object> behind(String template, int depth) {
        var path = PATH.matcher(template.strip());
        if (depth == 0 || !path.matches()) {
            return Optional.empty();
        }
        var value = scope.written(path.group(1));
        for (var step : STEPS.matcher(path.group(2)).results().toList()) {
            var key = step.group().replaceAll("^[.\\[]\\s*['\"]?|['\"]?\\s*]$", "");
            value = value.flatMap(found -> inside(found, key));
        }
        return value.flatMap(found ->
                found instanceof TemplateString inner
                        ? behind(inner.text(), depth - 1)
                        : Optional.of(found));
    }

    private static Optional<Object> inside(Object value, String key) {
        return switch (value) {
            case Scope other -> other.written(key);
            case Map<?, ?> map -> Optional.ofNullable(map.get(key));
            case List<?> list when key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size() ->
                    Optional.ofNullable(list.get(Integer.parseInt(key)));
            default -> Optional.empty();
        };
    }
}
