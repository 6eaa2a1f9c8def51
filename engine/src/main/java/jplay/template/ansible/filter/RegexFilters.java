package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Ansible's filters with regular expressions. */
final class RegexFilters {
    private static final Pattern BY_NAME = Pattern.compile("\\\\g<(\\S+)>");
    private static final Pattern BY_NUMBER = Pattern.compile("\\\\(\\d+)");

    static final List<Filter> TABLE =
            List.of(
                    filter("regex_escape(string, re_type='python')", RegexFilters::escape),
                    filter(
                            "regex_findall(value, regex, multiline=false, ignorecase=false)",
                            RegexFilters::findAll),
                    filter(
                            "regex_replace(value, pattern='', replacement='', ignorecase=false,"
                                    + " multiline=false, count=0, mandatory_count=0)",
                            RegexFilters::replace),
                    filter("regex_search(value, regex, *args, **kwargs)", RegexFilters::search));

    private RegexFilters() {}

    private static String escape(FilterCall call) {
        return switch (call.text("re_type")) {
            case "python" -> call.text().replaceAll("([\\s\\-\\[\\]{}()*+?.\\\\^$|#&~])", "\\\\$1");
            case "posix_basic" -> call.text().replaceAll("([\\[\\].^$*\\\\])", "\\\\$1");
            case "posix_extended" ->
                    throw PythonError.value("Regex type (posix_extended) not yet implemented");
            default -> throw PythonError.value("Invalid regex type (" + call.text("re_type") + ")");
        };
    }

    private static Object findAll(FilterCall call) {
        var regex =
                PythonRegex.compile(
                        call.text("regex"), call.flag("ignorecase"), call.flag("multiline"));
        var found = new ArrayList<@Nullable Object>();
        var matcher = regex.matcher(call.text());
        while (matcher.find()) {
            found.add(groups(matcher));
        }
        return found;
    }

    private static Object groups(Matcher match) {
        if (match.groupCount() == 0) {
            return match.group();
        }
        var groups = new ArrayList<@Nullable Object>();
        for (var i = 1; i <= match.groupCount(); i++) {
            groups.add(match.group(i) == null ? "" : match.group(i));
        }
        return groups.size() == 1 ? Text.of(groups.getFirst()) : Tuple.from(groups);
    }

    private static String replace(FilterCall call) {
        var regex =
                PythonRegex.of(
                        call.get("pattern"), call.flag("ignorecase"), call.flag("multiline"));
        var most = call.integer("count") == 0 ? Integer.MAX_VALUE : call.integer("count");
        var text = call.text();
        if (!(call.get("replacement") instanceof CharSequence)) {
            throw PythonError.type(
                    "decoding to str: need a bytes-like object, "
                            + Types.name(call.get("replacement"))
                            + " found");
        }
        var out = new StringBuilder();
        var matcher = regex.matcher(text);
        var from = 0;
        var count = 0;
        while (count < most && matcher.find()) {
            out.append(text, from, matcher.start());
            out.append(regex.expand(matcher, call.text("replacement")));
            from = matcher.end();
            count++;
        }
        refuseCount(call, count);
        return out.append(text, from, text.length()).toString();
    }

    private static void refuseCount(FilterCall call, int count) {
        var wanted = call.integer("mandatory_count");
        if (wanted > 0 && wanted != count) {
            throw PythonError.value(
                    "'%s' should match %d times, but matches %d times in '%s'"
                            .formatted(call.text("pattern"), wanted, count, call.text()));
        }
    }

    private static @Nullable Object search(FilterCall call) {
        var named = new java.util.HashMap<>(call.named());
        var ignoreCase = Types.truth(named.remove("ignorecase"));
        var multiline = Types.truth(named.remove("multiline"));
        if (!named.isEmpty()) {
            throw PythonError.type("Unknown argument '" + named.keySet().iterator().next() + "'");
        }
        var wanted = new ArrayList<String>();
        for (var argument : call.rest()) {
            wanted.add(group(Text.of(argument)));
        }
        var regex = PythonRegex.compile(call.text("regex"), ignoreCase, multiline);
        var matcher = regex.matcher(call.text());
        if (!matcher.find()) {
            return null;
        }
        if (wanted.isEmpty()) {
            return matcher.group();
        }
        var groups = new ArrayList<@Nullable Object>();
        wanted.forEach(group ->
                groups.add(
                        regex.group(matcher, group).isEmpty()
                                ? none(matcher, group)
                                : regex.group(matcher, group)));
        return groups;
    }

    private static @Nullable String none(Matcher match, String group) {
        var isNumber = group.chars().allMatch(Character::isDigit);
        return isNumber && match.group(Integer.parseInt(group)) == null ? null : "";
    }

    private static String group(String argument) {
        var name = BY_NAME.matcher(argument);
        if (name.lookingAt()) {
            return name.group(1);
        }
        var number = BY_NUMBER.matcher(argument);
        if (number.lookingAt()) {
            return number.group(1);
        }
        throw PythonError.value("Unknown argument");
    }
}
