package jplay.template.method;

import static jplay.template.python.Types.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** The methods of {@code str} that take it apart. */
final class StringSplit {
    private StringSplit() {}

    static Tuple partition(String self, Arguments call) {
        var separator = separator(call.first());
        var at = self.indexOf(separator);
        return at < 0 ? Tuple.of(self, "", "") : around(self, separator, at);
    }

    static Tuple partitionFromEnd(String self, Arguments call) {
        var separator = separator(call.first());
        var at = self.lastIndexOf(separator);
        return at < 0 ? Tuple.of("", "", self) : around(self, separator, at);
    }

    private static Tuple around(String self, String separator, int at) {
        return Tuple.of(self.substring(0, at), separator, self.substring(at + separator.length()));
    }

    private static String separator(@Nullable Object value) {
        var separator = text(value, "separator");
        if (separator.isEmpty()) {
            throw PythonError.value("empty separator");
        }
        return separator;
    }

    static List<@Nullable Object> split(String self, Arguments call) {
        var separator = call.get(0, "sep", null);
        var most = call.integer(1, "maxsplit", -1);
        return separator == null ? words(self, most) : parts(self, separator(separator), most);
    }

    /** Parts between separators; all when {@code most} is negative. */
    static List<@Nullable Object> parts(String self, String separator, int most) {
        var parts = new ArrayList<@Nullable Object>();
        var from = 0;
        var at = self.indexOf(separator);
        while (at >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(self.substring(from, at));
            from = at + separator.length();
            at = self.indexOf(separator, from);
        }
        parts.add(self.substring(from));
        return parts;
    }

    private static List<@Nullable Object> words(String self, int most) {
        var words = new ArrayList<@Nullable Object>();
        var rest = Strings.stripStart(self, null);
        while (!rest.isEmpty() && (most < 0 || words.size() < most)) {
            var end = 0;
            while (end < rest.length() && !Strings.isSpace(rest.charAt(end))) {
                end++;
            }
            words.add(rest.substring(0, end));
            rest = Strings.stripStart(rest.substring(end), null);
        }
        if (!rest.isEmpty()) {
            words.add(rest);
        }
        return words;
    }

    static List<@Nullable Object> splitFromEnd(String self, Arguments call) {
        var separator = call.get(0, "sep", null);
        var most = call.integer(1, "maxsplit", -1);
        return separator == null
                ? wordsFromEnd(self, most)
                : partsFromEnd(self, separator(separator), most);
    }

    private static List<@Nullable Object> partsFromEnd(String self, String separator, int most) {
        var parts = new ArrayList<@Nullable Object>();
        var end = self.length();
        var at = self.lastIndexOf(separator);
        while (at >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(self.substring(at + separator.length(), end));
            end = at;
            at = self.lastIndexOf(separator, end - separator.length());
        }
        parts.add(self.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static List<@Nullable Object> wordsFromEnd(String self, int most) {
        var words = new ArrayList<@Nullable Object>();
        var rest = Strings.stripEnd(self, null);
        while (!rest.isEmpty() && (most < 0 || words.size() < most)) {
            var start = rest.length();
            while (start > 0 && !Strings.isSpace(rest.charAt(start - 1))) {
                start--;
            }
            words.add(rest.substring(start));
            rest = Strings.stripEnd(rest.substring(0, start), null);
        }
        if (!rest.isEmpty()) {
            words.add(rest);
        }
        Collections.reverse(words);
        return words;
    }

    static List<@Nullable Object> lines(String self, Arguments call) {
        return new ArrayList<>(Strings.lines(self, Types.truth(call.get(0, "keepends", false))));
    }
}
