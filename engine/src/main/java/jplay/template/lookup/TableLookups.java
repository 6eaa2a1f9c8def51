package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.template.ansible.Booleans;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.FilterCall;
import jplay.template.format.CsvRows;
import jplay.template.format.IniFile;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Lookups of one value in a file of many: {@code csvfile} and {@code ini}. */
final class TableLookups {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of(
                            "csvfile(terms, file='ansible.csv', delimiter='TAB', col=1, keycol=0,"
                                    + " default=none, encoding='utf-8', **kwargs)",
                            TableLookups::csv),
                    Lookup.of(
                            "ini(terms, file='ansible.ini', section='global', type='ini', re=false,"
                                    + " default='', encoding='utf-8', case_sensitive=false,"
                                    + " allow_no_value=false, interpolation=true, **kwargs)",
                            TableLookups::ini));

    private TableLookups() {}

    /** What one term asks for: a key, and options that its text may set anew. */
    private record Question(String key, Map<String, @Nullable Object> options) {
        static Question of(FilterCall call, @Nullable Object term, List<String> names) {
            var parsed = Terms.of(Types.text(term, "term"));
            var options = new LinkedHashMap<String, @Nullable Object>();
            names.forEach(name -> options.put(name, call.get(name)));
            var inline = parsed.options().keySet().stream().anyMatch(names::contains);
            if (inline) {
                options.putAll(parsed.options());
            }
            return new Question(inline ? parsed.text() : Text.of(term), options);
        }

        String text(String name) {
            return Text.of(options.get(name));
        }

        boolean flag(String name) {
            return Booleans.of(options.get(name)).orElse(false);
        }

        int number(String name) {
            return Numbers.parseInteger(text(name), 10)
                    .map(Numbers::index)
                    .orElseThrow(() -> PythonError.value("invalid column " + text(name)));
        }
    }

    private static String content(FilterCall call, Question question) {
        var name = question.text("file");
        return ControllerFile.find(call.evaluation().surroundings(), "files", name)
                .map(ControllerFile::text)
                .orElseThrow(() ->
                        new PythonError(
                                "AnsibleLookupError",
                                "Could not find or access the file '" + name + "'"));
    }

    private static List<@Nullable Object> csv(FilterCall call) {
        var values = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var question =
                    Question.of(
                            call, term, List.of("file", "delimiter", "col", "keycol", "default"));
            if (question.key.isEmpty()) {
                throw PythonError.value("Search key is required but was not found");
            }
            var value = cell(content(call, question), question);
            if (value.isPresent() || question.options.get("default") != null) {
                values.add(value.isPresent() ? value.get() : question.options.get("default"));
            }
        }
        return values;
    }

    private static Optional<String> cell(String content, Question question) {
        var mark = question.text("delimiter");
        var delimiter = mark.equals("TAB") || mark.equals("\\t") ? "\t" : mark;
        if (delimiter.length() != 1) {
            throw PythonError.type("\"delimiter\" must be a 1-character string");
        }
        var keyColumn = question.number("keycol");
        return CsvRows.of(content, new CsvRows.Style(delimiter.charAt(0), false, false)).stream()
                .filter(row -> row.size() > keyColumn && row.get(keyColumn).equals(question.key))
                .map(row -> column(row, question.number("col")))
                .findFirst();
    }

    private static String column(List<String> row, int index) {
        if (index >= row.size()) {
            throw new PythonError("IndexError", "list index out of range");
        }
        return row.get(index);
    }

    private static List<@Nullable Object> ini(FilterCall call) {
        var names =
                List.of(
                        "file",
                        "section",
                        "type",
                        "re",
                        "default",
                        "case_sensitive",
                        "allow_no_value",
                        "interpolation");
        var values = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var question = Question.of(call, term, names);
            values.addAll(answers(question, section(call, question)));
        }
        return values;
    }

    private static Map<String, @Nullable String> section(FilterCall call, Question question) {
        var type = question.text("type");
        if (!List.of("ini", "properties").contains(type)) {
            throw PythonError.value("Invalid value '" + type + "' for config 'type'");
        }
        var properties = type.equals("properties");
        var style =
                new IniFile.Style(
                        properties,
                        question.flag("case_sensitive"),
                        question.flag("allow_no_value"));
        var name = properties ? "java_properties" : question.text("section");
        return new IniFile(content(call, question), style)
                .section(name)
                .orElseThrow(() ->
                        PythonError.value(
                                "No section '%s' in '%s'.".formatted(name, question.text("file"))));
    }

    private static List<@Nullable Object> answers(
            Question question, Map<String, @Nullable String> options) {
        var found = new ArrayList<@Nullable Object>();
        if (question.flag("re")) {
            var regex = PythonRegex.compile(question.key, true, false);
            options.forEach((name, value) -> {
                if (regex.matcher(name).lookingAt()) {
                    found.add(interpolated(question, options, value));
                }
            });
            return found;
        }
        var key =
                question.flag("case_sensitive")
                        ? question.key
                        : question.key.toLowerCase(java.util.Locale.ROOT);
        if (!options.containsKey(key)) {
            found.add(question.options.get("default"));
        } else if (options.get(key) != null) {
            found.add(interpolated(question, options, options.get(key)));
        }
        return found;
    }

    private static @Nullable String interpolated(
            Question question, Map<String, @Nullable String> options, @Nullable String value) {
        if (value == null || !question.flag("interpolation")) {
            return value;
        }
        return Pattern.compile("%\\((\\w+)\\)s|%%")
                .matcher(value)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(
                                match.group(1) == null
                                        ? "%"
                                        : String.valueOf(options.get(match.group(1)))));
    }
}
