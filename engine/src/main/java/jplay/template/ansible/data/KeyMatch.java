package jplay.template.ansible.data;

import java.util.List;
import java.util.function.Predicate;
import jplay.template.ansible.PythonRegex;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** How the keys of a dict are compared with those that a filter is told. */
enum KeyMatch {
    EQUALITY,
    STARTS_WITH,
    ENDS_WITH,
    REGEX;

    private static final String PARAMETER = "matching_parameter";

    static KeyMatch of(FilterCall call) {
        if ("".equals(call.get(PARAMETER))) {
            return EQUALITY;
        }
        return new TypedArguments(call)
                .choice(PARAMETER, List.of("starts_with", "ends_with", "regex"))
                .map(choice ->
                        switch (choice) {
                            case "starts_with" -> STARTS_WITH;
                            case "ends_with" -> ENDS_WITH;
                            default -> REGEX;
                        })
                .orElseThrow(() -> PythonError.value(PARAMETER + " must not be None"));
    }

    /** Whether a key matches what was told. */
    Predicate<@Nullable Object> with(String told) {
        return switch (this) {
            case EQUALITY -> key -> key instanceof CharSequence text && told.contentEquals(text);
            case STARTS_WITH -> key -> Text.of(key).startsWith(told);
            case ENDS_WITH -> key -> Text.of(key).endsWith(told);
            case REGEX -> {
                var regex = PythonRegex.compile(told, false, false);
                yield key -> regex.matcher(Text.of(key)).lookingAt();
            }
        };
    }
}
