package jplay.template.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.expr.Dialect;
import jplay.template.format.JsonWriter;
import jplay.template.method.StringCase;
import jplay.template.python.Iteration;
import jplay.template.python.Markup;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Jinja's filters on text. */
final class JinjaTextFilters {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TITLE_BREAK =
            Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    static final List<Filter> TABLE =
            List.of(
                    filter("capitalize(s)", call -> like(call, StringCase.capitalize(call.text()))),
                    filter(
                            "center(value, width=80)",
                            call ->
                                    like(
                                            call,
                                            StringCase.pad(
                                                    call.text(),
                                                    call.integer("width"),
                                                    " ",
                                                    StringCase.Side.CENTER))),
                    filter("e(s)", JinjaTextFilters::escape),
                    filter("escape(s)", JinjaTextFilters::escape),
                    filter("forceescape(s)", call -> new Markup(Markup.escape(call.text()))),
                    filter("format(value, *args, **kwargs)", JinjaTextFilters::format),
                    filter(
                            "indent(s, width=4, first=false, blank=false)",
                            JinjaTextFilters::indent),
                    filter("lower(s)", call -> like(call, call.text().toLowerCase(Locale.ROOT))),
                    filter("pprint(value)", call -> Text.repr(Undefined.refuse(call.value()))),
                    filter("replace(s, old, new, count=none)", JinjaTextFilters::replace),
                    filter("safe(value)", call -> new Markup(call.text())),
                    filter(
                            "string(s)",
                            call -> call.value() instanceof Markup ? call.value() : call.text()),
                    filter("striptags(value)", call -> stripTags(call.text())),
                    filter("title(s)", call -> like(call, title(call.text()))),
                    filter("tojson(value, indent=none)", JinjaTextFilters::toJson),
                    filter("trim(value, chars=none)", JinjaTextFilters::trim),
                    filter(
                            "truncate(s, length=255, killwords=false, end='...', leeway=none)",
                            JinjaTextFilters::truncate),
                    filter("upper(s)", call -> like(call, call.text().toUpperCase(Locale.ROOT))),
                    filter("urlencode(value)", JinjaTextFilters::urlEncode),
                    filter(
                            "urlize(value, trim_url_limit=none, nofollow=false, target=none, rel=none,"
                                    + " extra_schemes=none)",
                            call ->
                                    call.text()
                                            .replaceAll(
                                                    "(https?://[^\\s<>]*[^\\s<>.,;:!?)])",
                                                    "<a href=\"$1\" rel=\"noopener\">$1</a>")),
                    filter("wordcount(s)", call -> WORD.matcher(call.text()).results().count()),
                    filter(
                            "wordwrap(s, width=79, break_long_words=true, wrapstring=none,"
                                    + " break_on_hyphens=true)",
                            WordWrap::apply),
                    filter("xmlattr(d, autospace=true)", JinjaTextFilters::xmlAttributes));

    private JinjaTextFilters() {}

    private static Object like(FilterCall call, String text) {
        return Markup.like(call.value(), text);
    }

    private static Object escape(FilterCall call) {
        return new Markup(Markup.escape(call.value()));
    }

    private static Object format(FilterCall call) {
        if (!call.rest().isEmpty() && !call.named().isEmpty()) {
            throw new PythonError(
                    "FilterArgumentError",
                    "can't handle positional and keyword arguments at the same time");
        }
        var argument = call.named().isEmpty() ? Tuple.from(call.rest()) : call.named();
        return like(call, PercentFormat.format(call.text(), argument));
    }

    private static Object indent(FilterCall call) {
        var width = call.get("width");
        var indent =
                width instanceof CharSequence text
                        ? text.toString()
                        : " ".repeat(Math.max(0, call.integer("width")));
        var lines = Strings.lines(Types.text(call.value(), "indented value") + "\n", false);
        var out = new StringBuilder(call.flag("first") ? indent : "").append(lines.getFirst());
        for (var line : lines.subList(1, lines.size())) {
            out.append('\n')
                    .append(line.isEmpty() && !call.flag("blank") ? "" : indent)
                    .append(line);
        }
        return like(call, out.toString());
    }

    private static @Nullable Object replace(FilterCall call) {
        var count = call.has("count") ? call.integer("count") : -1;
        var text = call.text();
        var from = call.text("old");
        if (count < 0 && !from.isEmpty()) {
            return like(call, text.replace(from, call.text("new")));
        }
        var method = call.evaluation().attribute(text, "replace");
        return ((jplay.template.python.Callable) java.util.Objects.requireNonNull(method))
                .call(jplay.template.python.Arguments.of(from, call.text("new"), (long) count));
    }

    private static String stripTags(String text) {
        var bare = Pattern.compile("<!--.*?-->|<.*?>", Pattern.DOTALL).matcher(text).replaceAll("");
        return String.join(" ", bare.strip().split("\\s+"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String title(String text) {
        var out = new StringBuilder();
        var breaks = TITLE_BREAK.matcher(text);
        var from = 0;
        while (breaks.find()) {
            out.append(capitalized(text.substring(from, breaks.start()))).append(breaks.group());
            from = breaks.end();
        }
        return out.append(capitalized(text.substring(from))).toString();
    }

    private static String capitalized(String word) {
        if (word.isEmpty()) {
            return word;
        }
        var first = Character.charCount(word.codePointAt(0));
        return word.substring(0, first).toUpperCase(Locale.ROOT)
                + word.substring(first).toLowerCase(Locale.ROOT);
    }

    private static Object toJson(FilterCall call) {
        var json =
                JsonWriter.sorted(JsonWriter.indentation(call.get("indent"))).write(call.value());
        return new Markup(
                json.replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("'", "\\u0027"));
    }

    private static Object trim(FilterCall call) {
        var characters = call.has("chars") ? call.text("chars") : null;
        return like(
                call, Strings.stripEnd(Strings.stripStart(call.text(), characters), characters));
    }

    private static @Nullable Object truncate(FilterCall call) {
        var length = call.integer("length");
        var end = call.text("end");
        var leeway = call.has("leeway") ? call.integer("leeway") : 5;
        if (length < Strings.length(end)) {
            throw new PythonError(
                    "AssertionError",
                    "expected length >= " + Strings.length(end) + ", got " + length);
        }
        if (Iteration.length(call.value()) <= length + leeway) {
            return call.value();
        }
        var text = Strings.cut(Types.text(call.value(), "value"), length - Strings.length(end));
        var space = call.flag("killwords") ? -1 : text.lastIndexOf(' ');
        return like(call, (space < 0 ? text : text.substring(0, space)) + end);
    }

    private static String urlEncode(FilterCall call) {
        var value = call.value();
        if (value instanceof Map<?, ?> dict) {
            var pairs = new ArrayList<String>();
            dict.forEach((key, item) -> pairs.add(pair(key, item)));
            return String.join("&", pairs);
        }
        if (value instanceof CharSequence || !(value instanceof Iterable)) {
            return percentEncoded(call.text(), "/");
        }
        var pairs = new ArrayList<String>();
        for (var item : call.list()) {
            var parts = Iteration.list(item);
            if (parts.size() != 2) {
                throw PythonError.value("not enough values to unpack (expected 2)");
            }
            pairs.add(pair(parts.get(0), parts.get(1)));
        }
        return String.join("&", pairs);
    }

    private static String pair(@Nullable Object key, @Nullable Object value) {
        return plus(Text.of(key)) + "=" + plus(Text.of(value));
    }

    private static String plus(String text) {
        return percentEncoded(text, "").replace("%20", "+");
    }

    /** Text with everything percent-encoded that is no letter, digit, {@code _.-~} or else safe. */
    static String percentEncoded(String text, String safe) {
        var out = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) Byte.toUnsignedInt(octet);
            var plain =
                    c < 128 && (Character.isLetterOrDigit(c) || ("_.-~" + safe).indexOf(c) >= 0);
            out.append(plain ? Character.toString(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static Object xmlAttributes(FilterCall call) {
        var out = new StringBuilder();
        call.dict()
                .forEach((key, value) -> {
                    if (value != null && !(value instanceof Undefined)) {
                        out.append(' ').append(Markup.escape(key)).append("=\"");
                        out.append(Markup.escape(value)).append('"');
                    }
                });
        var text = call.flag("autospace") || out.isEmpty() ? out.toString() : out.substring(1);
        return call.evaluation().escaping() && call.evaluation().dialect() == Dialect.PLAIN
                ? new Markup(text)
                : text;
    }
}
