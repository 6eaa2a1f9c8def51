package jplay.template.method;

import jplay.template.python.Arguments;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Formatting in the way of {@code '{}'.format(value)}. */
final class StringFormat {
    private final Arguments arguments;
    private int automatic;

    private StringFormat(Arguments arguments) {
        this.arguments = arguments;
    }

    static String format(String format, Arguments arguments) {
        return new StringFormat(arguments).fill(format, 0);
    }

    private String fill(String format, int depth) {
        if (depth > 2) {
            throw PythonError.value("Max string recursion exceeded");
        }
        var out = new StringBuilder();
        for (var at = 0; at < format.length(); ) {
            var c = format.charAt(at);
            if (c != '{' && c != '}') {
                out.append(c);
                at++;
            } else if (format.startsWith(c == '{' ? "{{" : "}}", at)) {
                out.append(c);
                at += 2;
            } else {
                var end = end(format, at);
                out.append(field(format.substring(at + 1, end), depth));
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static int end(String format, int start) {
        if (format.charAt(start) == '}') {
            throw PythonError.value("Single '}' encountered in format string");
        }
        var open = 0;
        for (var at = start; at < format.length(); at++) {
            open += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        throw PythonError.value(
                start + 1 >= format.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private String field(String field, int depth) {
        var end = nameEnd(field);
        var conversion = "";
        var spec = "";
        var rest = field.substring(end);
        if (rest.startsWith("!")) {
            if (rest.length() < 2) {
                throw PythonError.value("end of string while looking for conversion specifier");
            }
            conversion = rest.substring(1, 2);
            rest = rest.substring(2);
        }
        if (!rest.isEmpty() && !rest.startsWith(":")) {
            throw PythonError.value("expected ':' after conversion specifier");
        }
        if (!rest.isEmpty()) {
            spec = rest.substring(1);
        }
        var value = converted(value(field.substring(0, end)), conversion);
        return FormatSpec.parse(spec.contains("{") ? fill(spec, depth + 1) : spec).format(value);
    }

    private static int nameEnd(String field) {
        var brackets = 0;
        for (var at = 0; at < field.length(); at++) {
            var c = field.charAt(at);
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets == 0 && (c == ':' || c == '!')) {
                return at;
            }
        }
        return field.length();
    }

    private static @Nullable Object converted(@Nullable Object value, String conversion) {
        Undefined.refuse(value);
        return switch (conversion) {
            case "" -> value;
            case "s" -> Text.of(value);
            case "r" -> Text.repr(value);
            case "a" -> PercentFormat.format("%a", Tuple.of(value));
            default -> throw PythonError.value("Unknown conversion specifier " + conversion);
        };
    }

    private @Nullable Object value(String name) {
        var end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
            end++;
        }
        var value = argument(name.substring(0, end));
        while (end < name.length()) {
            var dot = name.charAt(end) == '.';
            var next = dot ? nextStep(name, end + 1) : name.indexOf(']', end);
            if (next < 0) {
                throw PythonError.value("Missing ']' in format string");
            }
            var step = name.substring(end + 1, next);
            value = dot ? attribute(value, step) : item(value, step);
            end = dot ? next : next + 1;
        }
        return value;
    }

    private static int nextStep(String name, int from) {
        var at = from;
        while (at < name.length() && name.charAt(at) != '.' && name.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    private @Nullable Object argument(String name) {
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            var index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
            if (index >= arguments.positional().size()) {
                throw new PythonError(
                        "IndexError",
                        "Replacement index " + index + " out of range for positional args tuple");
            }
            return arguments.positional().get(index);
        }
        if (!arguments.named().containsKey(name)) {
            throw new PythonError("KeyError", Text.repr(name));
        }
        return arguments.named().get(name);
    }

    private static @Nullable Object attribute(@Nullable Object value, String name) {
        var attribute = name.startsWith("_") ? PythonObject.ABSENT : Attributes.own(value, name);
        if (attribute == PythonObject.ABSENT) {
            throw new PythonError(
                    "AttributeError", Attributes.missingAttribute(value, name).message());
        }
        return attribute;
    }

    private static @Nullable Object item(@Nullable Object value, String key) {
        var isNumber = !key.isEmpty() && key.chars().allMatch(Character::isDigit);
        var item = Attributes.item(value, isNumber ? (Object) Long.parseLong(key) : key);
        if (item instanceof Undefined) {
            throw new PythonError("KeyError", Text.repr(key));
        }
        return item;
    }
}
