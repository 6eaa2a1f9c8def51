package jplay.template.ansible.test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code version}: compares version numbers of several kinds. */
public final class VersionTest {
    /** Versions of any form: numbers by value, words by their letters, never one with the other. */
    public static final Comparator<String> ANY =
            (left, right) -> compare(loose(left), loose(right));

    private static final Map<String, String> OPERATORS =
            Map.ofEntries(
                    Map.entry("==", "=="),
                    Map.entry("=", "=="),
                    Map.entry("eq", "=="),
                    Map.entry("<", "<"),
                    Map.entry("lt", "<"),
                    Map.entry("<=", "<="),
                    Map.entry("le", "<="),
                    Map.entry(">", ">"),
                    Map.entry("gt", ">"),
                    Map.entry(">=", ">="),
                    Map.entry("ge", ">="),
                    Map.entry("!=", "!="),
                    Map.entry("<>", "!="),
                    Map.entry("ne", "!="));
    private static final Pattern LOOSE = Pattern.compile("(\\d+|[a-z]+|\\.)");
    private static final Pattern STRICT =
            Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?:([ab])(\\d+))?");
    private static final Pattern SEMANTIC =
            Pattern.compile(
                    "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                            + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)"
                            + "(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+[0-9a-zA-Z-.]+)?");
    private static final Pattern PEP440 =
            Pattern.compile(
                    "v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\\d*))?"
                            + "(?:-(\\d+)|[-_.]?(?:post|rev|r)[-_.]?(\\d*))?(?:[-_.]?dev[-_.]?(\\d*))?"
                            + "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?",
                    Pattern.CASE_INSENSITIVE);

    private VersionTest() {}

    static Object apply(FilterCall call) {
        var operator = OPERATORS.get(call.text("operator"));
        if (operator == null) {
            throw PythonError.value(
                    "Invalid operator type ("
                            + call.text("operator")
                            + "). Must be one of "
                            + String.join(", ", OPERATORS.keySet().stream().sorted().toList()));
        }
        if (call.has("strict") && call.has("version_type")) {
            throw PythonError.value("Cannot specify both 'strict' and 'version_type'");
        }
        var left = filled(call.value(), "Input version value cannot be empty");
        var right =
                filled(call.get("version"), "Version parameter to compare against cannot be empty");
        var type =
                call.has("version_type")
                        ? call.text("version_type")
                        : Types.truth(call.get("strict")) ? "strict" : "loose";
        return holds(operator, compare(key(type, left), key(type, right)));
    }

    private static String filled(@Nullable Object version, String message) {
        var text = version == null ? "" : Text.of(version);
        if (text.isEmpty()) {
            throw PythonError.value(message);
        }
        return text;
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static List<Object> key(String type, String version) {
        return switch (type) {
            case "loose" -> loose(version);
            case "strict" -> strict(version);
            case "semver", "semantic" -> semantic(version);
            case "pep440" -> pep440(version);
            default ->
                    throw PythonError.value(
                            "Invalid version type ("
                                    + type
                                    + "). Must be one of loose, strict, semver, semantic, pep440");
        };
    }

    private static List<Object> loose(String version) {
        var parts = new ArrayList<Object>();
        var at = 0;
        var pieces = LOOSE.matcher(version);
        while (pieces.find()) {
            if (pieces.start() > at) {
                parts.add(version.substring(at, pieces.start()));
            }
            at = pieces.end();
            if (!pieces.group().equals(".")) {
                parts.add(part(pieces.group()));
            }
        }
        if (at < version.length()) {
            parts.add(version.substring(at));
        }
        return parts;
    }

    private static Object part(String text) {
        return text.chars().allMatch(Character::isDigit) ? new BigInteger(text) : text;
    }

    private static List<Object> strict(String version) {
        var match = STRICT.matcher(version);
        if (!match.matches()) {
            throw PythonError.value(
                    "Version comparison failed: invalid version number '" + version + "'");
        }
        var patch = match.group(3) == null ? "0" : match.group(3);
        var pre =
                match.group(4) == null
                        ? List.<Object>of("z")
                        : List.<Object>of(match.group(4), part(match.group(5)));
        return List.of(part(match.group(1)), part(match.group(2)), part(patch), pre);
    }

    private static List<Object> semantic(String version) {
        var match = SEMANTIC.matcher(version);
        if (!match.matches()) {
            throw PythonError.value(
                    "Version comparison failed: invalid semantic version '" + version + "'");
        }
        var key =
                new ArrayList<Object>(
                        List.of(part(match.group(1)), part(match.group(2)), part(match.group(3))));
        if (match.group(4) == null) {
            key.add(List.of(BigInteger.ONE));
            return key;
        }
        var pre = new ArrayList<Object>(List.of(BigInteger.ZERO));
        for (var piece : match.group(4).split("\\.", -1)) {
            // numbers come before words
            pre.add(
                    piece.matches("\\d+")
                            ? List.of(BigInteger.ZERO, part(piece))
                            : List.of(BigInteger.ONE, piece));
        }
        key.add(pre);
        return key;
    }

    private static List<Object> pep440(String version) {
        var match = PEP440.matcher(version.strip());
        if (!match.matches()) {
            throw PythonError.value(
                    "Version comparison failed: Invalid version: '" + version + "'");
        }
        var release = new ArrayList<Object>();
        for (var piece : match.group(2).replaceFirst("(\\.0+)+$", "").split("\\.", -1)) {
            release.add(new BigInteger(piece));
        }
        var post = match.group(5) == null ? match.group(6) : match.group(5);
        var dev = match.group(7);
        var pre =
                match.group(3) == null
                        ? List.<Object>of(BigInteger.valueOf(post == null && dev != null ? 0 : 9))
                        : List.<Object>of(
                                BigInteger.valueOf(1 + "abcr".indexOf(phase(match.group(3)))),
                                number(match.group(4)));
        return List.of(
                match.group(1) == null ? BigInteger.ZERO : new BigInteger(match.group(1)),
                release,
                pre,
                post == null ? BigInteger.valueOf(-1) : number(post),
                dev == null ? BigInteger.valueOf(Long.MAX_VALUE) : number(dev));
    }

    private static char phase(String word) {
        var first = Character.toLowerCase(word.charAt(0));
        return first == 'p' || first == 'r' ? 'c' : first;
    }

    private static BigInteger number(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static int compare(List<?> left, List<?> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var order = compareParts(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareParts(Object left, Object right) {
        if (left instanceof BigInteger one && right instanceof BigInteger other) {
            return one.compareTo(other);
        }
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return compare(one, other);
        }
        throw PythonError.type(
                "Version comparison failed: '<' not supported between instances of '"
                        + (left instanceof String ? "str" : "int")
                        + "' and '"
                        + (right instanceof String ? "str" : "int")
                        + "'");
    }
}
