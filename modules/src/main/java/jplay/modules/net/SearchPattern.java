package jplay.modules.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jplay.module.Result;
import jplay.module.TaskFailure;
import org.jspecify.annotations.Nullable;

/**
 * A Python regular expression that is looked for in a text.
 *
 * @param written what the user wrote
 */
record SearchPattern(String written, Pattern pattern) {
    /** What grep reads otherwise, or what can match more than one line. */
    private static final Pattern BEYOND_A_LINE =
            Pattern.compile(
                    "\\\\[^.\\[\\]()*+?{}|^$\\\\/_-]|\\[\\^|\\[[^]]*\\\\|\\(\\?|[*+?}][?+]|[{]|[^\\x20-\\x7e]");

    /** Reads it. @throws TaskFailure when it is none */
    static SearchPattern of(String python) {
        try {
            var java =
                    python.replace("(?P<", "(?<")
                            .replace("\\Z", "\\z")
                            .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
            return new SearchPattern(
                    python,
                    Pattern.compile(java, Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS));
        } catch (PatternSyntaxException e) {
            throw new TaskFailure(
                    "Invalid regular expression: %s at position %d"
                            .formatted(e.getDescription(), Math.max(0, e.getIndex())));
        }
    }

    /** Whether grep can tell, line by line, where it matches. */
    boolean byLine() {
        return !BEYOND_A_LINE.matcher(written).find();
    }

    /** The groups of the first match; empty when there is none. */
    Optional<Groups> in(String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var all = new ArrayList<@Nullable Object>();
        for (var group = 1; group <= matcher.groupCount(); group++) {
            all.add(matcher.group(group));
        }
        var named = new LinkedHashMap<String, @Nullable Object>();
        pattern.namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(group -> named.put(group.getKey(), matcher.group(group.getValue())));
        return Optional.of(new Groups(all, named));
    }

    /** What the parts of a match were. */
    record Groups(List<@Nullable Object> all, Map<String, @Nullable Object> named) {
        static final Groups NONE = new Groups(List.of(), Map.of());

        /** Adds them under Ansible's names. */
        Result told(Result result) {
            return result.with("match_groups", all).with("match_groupdict", named);
        }
    }
}
