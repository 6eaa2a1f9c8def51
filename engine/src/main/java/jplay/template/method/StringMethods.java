package jplay.template.method;

import static java.util.Map.entry;
import static jplay.template.python.Types.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jplay.template.python.Arguments;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.Markup;
import jplay.template.python.Numbers;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Methods of {@code str}. */
final class StringMethods {
    private static final Map<String, Method<String>> TABLE =
            Map.ofEntries(
                    entry("__add__", (self, call) -> self + text(call.first(), "other")),
                    entry("__contains__", (self, call) -> Comparison.contains(self, call.first())),
                    entry("__len__", (self, _) -> (long) Strings.length(self)),
                    entry("__mod__", (self, call) -> PercentFormat.format(self, call.first())),
                    entry("capitalize", plain("capitalize", StringCase::capitalize)),
                    entry("casefold", plain("casefold", StringCase::casefold)),
                    entry("center", (self, call) -> pad(self, call, StringCase.Side.CENTER)),
                    entry("count", StringSearch::count),
                    entry("encode", BytesMethods::encode),
                    entry(
                            "endswith",
                            (self, call) -> StringSearch.hasAffix(self, call, String::endsWith)),
                    entry(
                            "expandtabs",
                            (self, call) -> expandTabs(self, call.integer(0, "tabsize", 8))),
                    entry("find", (self, call) -> StringSearch.find(self, call, String::indexOf)),
                    entry("format", (self, call) -> StringFormat.format(self, call)),
                    entry("format_map", StringMethods::formatMap),
                    entry("index", (self, call) -> StringSearch.index(self, call, String::indexOf)),
                    entry(
                            "isalnum",
                            StringSearch.all(
                                    c -> Character.isLetter(c) || StringCase.isNumeric(c))),
                    entry("isalpha", StringSearch.all(Character::isLetter)),
                    entry("isascii", (self, _) -> self.chars().allMatch(c -> c < 128)),
                    entry("isdecimal", StringSearch.all(Character::isDigit)),
                    entry("isdigit", StringSearch.all(StringCase::isDigit)),
                    entry("isidentifier", (self, _) -> StringCase.isIdentifier(self)),
                    entry("islower", (self, _) -> StringCase.isLower(self)),
                    entry("isnumeric", StringSearch.all(StringCase::isNumeric)),
                    entry(
                            "isprintable",
                            (self, _) -> self.codePoints().allMatch(Strings::isPrintable)),
                    entry("isspace", StringSearch.all(Strings::isSpace)),
                    entry("istitle", (self, _) -> StringCase.isTitle(self)),
                    entry("isupper", (self, _) -> StringCase.isUpper(self)),
                    entry("join", StringMethods::join),
                    entry("ljust", (self, call) -> pad(self, call, StringCase.Side.RIGHT)),
                    entry("lower", plain("lower", self -> self.toLowerCase(Locale.ROOT))),
                    entry("lstrip", (self, call) -> Strings.stripStart(self, characters(call))),
                    entry("partition", StringSplit::partition),
                    entry("removeprefix", StringMethods::removePrefix),
                    entry("removesuffix", StringMethods::removeSuffix),
                    entry("replace", StringMethods::replace),
                    entry(
                            "rfind",
                            (self, call) -> StringSearch.find(self, call, String::lastIndexOf)),
                    entry(
                            "rindex",
                            (self, call) -> StringSearch.index(self, call, String::lastIndexOf)),
                    entry("rjust", (self, call) -> pad(self, call, StringCase.Side.LEFT)),
                    entry("rpartition", StringSplit::partitionFromEnd),
                    entry("rsplit", StringSplit::splitFromEnd),
                    entry("rstrip", (self, call) -> Strings.stripEnd(self, characters(call))),
                    entry("split", StringSplit::split),
                    entry("splitlines", StringSplit::lines),
                    entry(
                            "startswith",
                            (self, call) -> StringSearch.hasAffix(self, call, String::startsWith)),
                    entry("strip", StringMethods::strip),
                    entry("swapcase", plain("swapcase", StringCase::swap)),
                    entry("title", plain("title", StringCase::title)),
                    entry("translate", StringMethods::translate),
                    entry("upper", plain("upper", self -> self.toUpperCase(Locale.ROOT))),
                    entry("zfill", (self, call) -> zeroFill(self, Numbers.index(call.first()))));

    private static final Set<String> MARKUP_STAYS =
            Set.of(
                    "upper",
                    "lower",
                    "title",
                    "capitalize",
                    "strip",
                    "lstrip",
                    "rstrip",
                    "replace",
                    "center",
                    "ljust",
                    "rjust",
                    "zfill",
                    "swapcase",
                    "expandtabs");

    private StringMethods() {}

    static Object of(CharSequence self, String name) {
        var method = TABLE.get(name);
        if (method == null) {
            return PythonObject.ABSENT;
        }
        if (self instanceof Markup && MARKUP_STAYS.contains(name)) {
            Method<String> marked = (text, call) -> new Markup(Text.of(method.call(text, call)));
            return marked.on(self.toString());
        }
        return method.on(self.toString());
    }

    private static Method<String> plain(
            String name, java.util.function.UnaryOperator<String> operation) {
        return (self, call) -> {
            call.expect(name, 0, 0);
            return operation.apply(self);
        };
    }

    private static @Nullable String characters(Arguments call) {
        var characters = call.get(0, "chars", null);
        return characters == null ? null : text(characters, "strip arg");
    }

    private static String strip(String self, Arguments call) {
        return Strings.stripEnd(Strings.stripStart(self, characters(call)), characters(call));
    }

    private static String pad(String self, Arguments call, StringCase.Side side) {
        var fill = text(call.get(1, "fillchar", " "), "fill character");
        return StringCase.pad(self, Numbers.index(call.first()), fill, side);
    }

    private static String zeroFill(String self, int width) {
        var signed = self.startsWith("-") || self.startsWith("+") ? 1 : 0;
        var zeros = "0".repeat(Math.max(0, width - Strings.length(self)));
        return self.substring(0, signed) + zeros + self.substring(signed);
    }

    private static String expandTabs(String self, int size) {
        var out = new StringBuilder();
        var column = 0;
        for (int i = 0; i < self.length(); i++) {
            char c = self.charAt(i);
            var width = c != '\t' ? 1 : size > 0 ? size - column % size : 0;
            out.append(c == '\t' ? " ".repeat(width) : Character.toString(c));
            column = c == '\n' || c == '\r' ? 0 : column + width;
        }
        return out.toString();
    }

    private static String removePrefix(String self, Arguments call) {
        var prefix = text(call.first(), "removeprefix() argument");
        return self.startsWith(prefix) ? self.substring(prefix.length()) : self;
    }

    private static String removeSuffix(String self, Arguments call) {
        var suffix = text(call.first(), "removesuffix() argument");
        return self.endsWith(suffix) ? self.substring(0, self.length() - suffix.length()) : self;
    }

    private static String replace(String self, Arguments call) {
        var positional = call.positional();
        if (positional.size() < 2 || positional.size() > 3) {
            throw PythonError.type(
                    "replace expected at least 2 arguments, got " + positional.size());
        }
        return StringSearch.replace(
                self,
                text(positional.get(0), "replace() argument 1"),
                text(positional.get(1), "replace() argument 2"),
                call.integer(2, "count", -1));
    }

    private static String formatMap(String self, Arguments call) {
        if (!(call.first() instanceof Map<?, ?> dict)) {
            throw PythonError.type("format_map() argument must be a mapping");
        }
        var named = new java.util.LinkedHashMap<String, @Nullable Object>();
        dict.forEach((key, value) -> named.put(Text.of(key), value));
        return StringFormat.format(self, new Arguments(List.of(), named));
    }

    private static String join(String self, Arguments call) {
        call.expect("str.join", 1, 1);
        var out = new StringBuilder();
        var index = 0;
        for (var part : Iteration.list(call.first())) {
            Undefined.refuse(part);
            if (!(part instanceof CharSequence)) {
                throw PythonError.type(
                        "sequence item "
                                + index
                                + ": expected str instance, "
                                + Types.name(part)
                                + " found");
            }
            out.append(index++ > 0 ? self : "").append(part);
        }
        return out.toString();
    }

    private static String translate(String self, Arguments call) {
        if (!(call.first() instanceof Map<?, ?> table)) {
            throw PythonError.type("translate() argument must be a mapping");
        }
        var out = new StringBuilder();
        self.codePoints()
                .forEach(c -> {
                    var to = Keys.get(table, (long) c);
                    if (to == PythonObject.ABSENT) {
                        out.appendCodePoint(c);
                    } else if (to != null) {
                        out.append(
                                Types.isInteger(to)
                                        ? Character.toString(Numbers.index(to))
                                        : Text.of(to));
                    }
                });
        return out.toString();
    }
}
