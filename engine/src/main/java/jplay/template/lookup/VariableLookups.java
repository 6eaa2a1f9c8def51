package jplay.template.lookup;

import java.util.ArrayList;
import java.util.List;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Lookups of variables, of the play and of the environment. */
final class VariableLookups {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of("env(terms, default='')", VariableLookups::environment),
                    Lookup.of("varnames(terms)", VariableLookups::names),
                    Lookup.of("vars(terms, default=none)", VariableLookups::variables));

    private VariableLookups() {}

    private static List<@Nullable Object> environment(FilterCall call) {
        var values = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var name = Types.text(term, "name").strip().replaceFirst("(?s)\\s.*", "");
            var value = call.evaluation().surroundings().environment(name);
            var orElse =
                    call.get("default") instanceof Undefined
                            ? Undefined.of("The environment variable '" + name + "' is not set.")
                            : call.get("default");
            values.add(value.isPresent() ? value.get() : orElse);
        }
        return values;
    }

    private static List<@Nullable Object> names(FilterCall call) {
        var names = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            if (!(term instanceof CharSequence)) {
                throw PythonError.type(
                        "Invalid setting identifier, \""
                                + Text.of(term)
                                + "\" is not a string, it is a "
                                + Types.name(term));
            }
            var regex = PythonRegex.compile(Text.of(term), false, false);
            call.evaluation().surroundings().variableNames().stream()
                    .filter(name -> regex.matcher(name).find())
                    .forEach(names::add);
        }
        return names;
    }

    private static List<@Nullable Object> variables(FilterCall call) {
        var values = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            if (!(term instanceof CharSequence)) {
                throw PythonError.type(
                        "Variable name must be 'str' not '" + Types.name(term) + "'.");
            }
            var name = Text.of(term);
            if (call.evaluation().surroundings().variableNames().contains(name)) {
                values.add(call.evaluation().variable(name));
            } else if (call.has("default")) {
                values.add(call.get("default"));
            } else {
                values.add(Undefined.of("No variable named '" + name + "' was found."));
            }
        }
        return values;
    }
}
