package jplay.template.ansible.test;

import static jplay.template.filter.Filter.test;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** Ansible's tests on text. */
final class TextTests {
    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

    /** An address between brackets that lacks one of them. */
    private static final Pattern UNCLOSED =
            Pattern.compile(
                    "(?:[A-Za-z][A-Za-z0-9+.-]*:)?//(?:[^/?#\\[\\]]*\\[[^/?#\\]]*|[^/?#\\[\\]]*\\][^/?#]*)(?:[/?#]|$)");

    static final List<Filter> TABLE =
            List.of(
                    test(
                            "match(value, pattern='', ignorecase=false, multiline=false)",
                            call -> matches(call, "match")),
                    test(
                            "regex(value, pattern='', ignorecase=false, multiline=false, match_type='search')",
                            call -> matches(call, call.text("match_type"))),
                    test(
                            "search(value, pattern='', ignorecase=false, multiline=false)",
                            call -> matches(call, "search")),
                    test(
                            "uri(value, schemes=none)",
                            call -> isUri(call.value(), call.get("schemes"))),
                    test(
                            "url(value, schemes=none)",
                            call -> isUri(call.value(), call.get("schemes")) && isUrl(call.text())),
                    test(
                            "urn(value)",
                            call -> call.text().toLowerCase(Locale.ROOT).startsWith("urn:")),
                    test(
                            "version(value, version, operator='eq', strict=none, version_type=none)",
                            VersionTest::apply),
                    test(
                            "version_compare(value, version, operator='eq', strict=none, version_type=none)",
                            VersionTest::apply));

    private TextTests() {}

    private static Object matches(FilterCall call, String how) {
        var matcher =
                PythonRegex.of(call.get("pattern"), call.flag("ignorecase"), call.flag("multiline"))
                        .matcher(call.text());
        return switch (how) {
            case "search" -> matcher.find();
            case "match" -> matcher.lookingAt();
            case "fullmatch" -> matcher.matches();
            default ->
                    throw PythonError.value(
                            "Invalid match_type specified. Expected one of:"
                                    + " search, match, fullmatch.");
        };
    }

    private static String scheme(String text) {
        Matcher match = SCHEME.matcher(text);
        return match.matches() ? match.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isUri(@Nullable Object value, @Nullable Object schemes) {
        if (value != null && !(value instanceof CharSequence)) {
            return false;
        }
        var text = value == null ? "" : value.toString();
        if (UNCLOSED.matcher(text).lookingAt()) {
            return false;
        }
        if (schemes == null) {
            return true;
        }
        if (schemes instanceof CharSequence names) {
            return names.toString().contains(scheme(text));
        }
        return schemes instanceof Iterable<?>
                && Iteration.list(schemes).stream().map(Text::of).toList().contains(scheme(text));
    }

    /** A URL has a scheme and names where something is, or is a file. */
    private static boolean isUrl(String text) {
        var scheme = scheme(text);
        var rest = scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
        return scheme.equals("file") || (rest.startsWith("//") && !rest.matches("//([/?#].*)?"));
    }
}
