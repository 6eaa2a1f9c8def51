package jplay.modules.files.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.module.TaskFailure;
import jplay.value.PythonRegex;

/** Which of the things a host listed are wanted, by all but their content. */
final class Choice {
    private static final Pattern AGE = Pattern.compile("(-?\\d+)(s|m|h|d|w)?");
    private static final Pattern SIZE = Pattern.compile("(-?\\d+)(b|k|m|g|t)?");
    private static final Map<String, Long> SECONDS =
            Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86_400L, "w", 604_800L);
    private static final Map<String, Long> BYTES =
            Map.of("b", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30, "t", 1L << 40);

    private final Find find;
    private final List<PythonRegex> patterns;
    private final List<PythonRegex> excludes;
    private final Optional<Long> age;
    private final Optional<Long> size;
    private final double now = Instant.now().toEpochMilli() / 1000.0;

    Choice(Find find) {
        this.find = find;
        this.patterns = find.patterns().stream().map(this::compiled).toList();
        this.excludes = find.excludes().stream().map(this::compiled).toList();
        this.age = find.age().map(text -> amount("age", text, AGE, SECONDS));
        this.size = find.size().map(text -> amount("size", text, SIZE, BYTES));
    }

    private static long amount(String name, String text, Pattern pattern, Map<String, Long> units) {
        var match = pattern.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new TaskFailure("failed to process %s: got '%s'".formatted(name, text));
        }
        var unit = match.group(2) == null ? 1L : units.getOrDefault(match.group(2), 1L);
        return Long.parseLong(match.group(1)) * unit;
    }

    private PythonRegex compiled(String written) {
        try {
            return PythonRegex.compile(
                    find.useRegex() ? written : Glob.expression(written),
                    Set.of(PythonRegex.Flag.DOTALL));
        } catch (PythonRegex.Mistake e) {
            throw new TaskFailure(
                    "the pattern '%s' is wrong: %s".formatted(written, e.getMessage()));
        }
    }

    boolean fits(Found found) {
        return fitsKind(found)
                && (find.hidden() || !found.name().startsWith("."))
                && fitsName(found.name())
                && age.map(seconds -> fitsAge(found, seconds)).orElse(true)
                && fitsSize(found)
                && find.mode().map(mode -> fitsMode(found, mode.text())).orElse(true);
    }

    private boolean fitsKind(Found found) {
        return switch (find.fileType()) {
            case ANY -> true;
            case DIRECTORY -> found.kind() == Found.FOLDER;
            case FILE -> found.kind() == Found.FILE;
            case LINK -> found.kind() == Found.LINK;
        };
    }

    private boolean fitsName(String name) {
        return (patterns.isEmpty() || any(patterns, name)) && !any(excludes, name);
    }

    /** A regular expression matches from the begin, a shell's pattern all. */
    private boolean any(List<PythonRegex> expressions, String name) {
        return expressions.stream().anyMatch(each -> each.matcher(name).lookingAt());
    }

    private boolean fitsAge(Found found, long seconds) {
        var old = now - found.time(find.ageStamp().name().toLowerCase(Locale.ROOT));
        return seconds >= 0 ? old >= seconds : old <= -seconds;
    }

    private boolean fitsSize(Found found) {
        if (size.isEmpty() || found.kind() == Found.FOLDER) {
            return true;
        }
        return size.get() >= 0 ? found.size() >= size.get() : found.size() <= -size.get();
    }

    private boolean fitsMode(Found found, String written) {
        var wanted = ModeBits.of(written, found.kind() == Found.FOLDER);
        return find.exactMode() ? found.mode() == wanted : (found.mode() & wanted) == wanted;
    }
}
