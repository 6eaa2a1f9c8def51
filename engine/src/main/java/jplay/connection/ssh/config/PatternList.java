package jplay.connection.ssh.config;

import java.util.List;
import java.util.Locale;

/** Names with {@code *} and {@code ?}, some of them negated by {@code !}. */
public final class PatternList {
    private PatternList() {}

    /** Whether one pattern matches the name of a host, whose letters' case does not count. */
    public static boolean matchesHost(List<String> patterns, String name) {
        return matches(
                patterns.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList(),
                name.toLowerCase(Locale.ROOT));
    }

    /** Whether one pattern matches and no negated one does. */
    public static boolean matches(List<String> patterns, String name) {
        var found = false;
        for (var pattern : patterns) {
            var negated = pattern.startsWith("!");
            if (!matches(pattern, negated ? 1 : 0, name)) {
                continue;
            }
            if (negated) {
                return false;
            }
            found = true;
        }
        return found;
    }

    /** Remembers the last star, and lets it take one more letter when the rest does not fit. */
    private static boolean matches(String pattern, int from, String name) {
        var at = from;
        var star = -1;
        var taken = 0;
        for (var i = 0; i < name.length(); ) {
            var c = at < pattern.length() ? pattern.charAt(at) : '\0';
            if (c == '*') {
                star = at++;
                taken = i;
            } else if (c == '?' || (c == name.charAt(i) && at < pattern.length())) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }
}
