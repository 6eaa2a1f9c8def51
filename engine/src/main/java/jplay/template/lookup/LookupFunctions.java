package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.diagnostic.Spelling;
import jplay.template.expr.Evaluation;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** The functions {@code lookup} and {@code query}, and lookups by name. */
public final class LookupFunctions {
    private static final Map<String, Lookup> LOOKUPS =
            Stream.of(
                            CommandLookups.TABLE,
                            ConfigLookup.TABLE,
                            Dependent.TABLE,
                            FileLookups.TABLE,
                            InventoryLookup.TABLE,
                            TableLookups.TABLE,
                            ListLookups.TABLE,
                            MergeVariables.TABLE,
                            RandomString.TABLE,
                            UrlLookup.TABLE,
                            UtilsLookups.TABLE,
                            VariableLookups.TABLE)
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(Lookup::name, lookup -> lookup));

    private static final Pattern BUILTIN = Pattern.compile("^ansible\\.(builtin|legacy)\\.");

    /** Names under which a collection has what was built in before. */
    private static final Map<String, String> MOVED =
            Map.of(
                    "community.general.cartesian", "cartesian",
                    "community.general.flattened", "flattened");

    private LookupFunctions() {}

    /** Names of all lookups; those of Ansible itself without a prefix. */
    public static Set<String> names() {
        return LOOKUPS.keySet();
    }

    /** {@code lookup(name, ..)}: the only element, texts with commas between, or the list. */
    public static Callable lookup(Evaluation evaluation) {
        return new Function(evaluation, false);
    }

    /** {@code query(name, ..)}: the list. */
    public static Callable query(Evaluation evaluation) {
        return new Function(evaluation, true);
    }

    /**
     * One of the functions; undefined terms are their own answer, an undefined default is a
     * default.
     */
    private record Function(Evaluation evaluation, boolean list) implements Callable {
        @Override
        public boolean acceptsUndefined() {
            return true;
        }

        @Override
        public @Nullable Object call(Arguments call) {
            var options = new LinkedHashMap<>(call.named());
            var orElse = options.remove("default");
            var undefined = new Arguments(call.positional(), options).undefined();
            if (undefined.isPresent()) {
                return undefined.get();
            }
            if (call.positional().isEmpty()) {
                throw PythonError.type(
                        "lookup() missing 1 required positional argument: 'plugin_name'");
            }
            var wantsList = Types.truth(options.remove("wantlist")) || list;
            var errors = Text.of(options.getOrDefault("errors", "strict"));
            options.remove("errors");
            if (call.named().containsKey("default")) {
                options.put("default", orElse);
            }
            var terms = new ArrayList<>(call.positional().subList(1, call.positional().size()));
            known(Text.of(call.first()));
            try {
                var values = run(Text.of(call.first()), terms, options, evaluation);
                return wantsList ? values : joined(values);
            } catch (PythonError e) {
                if (errors.equals("strict") || e.undefined().isPresent()) {
                    throw e;
                }
                return wantsList ? new ArrayList<>() : null;
            }
        }

        private static @Nullable Object joined(List<@Nullable Object> values) {
            if (values.size() == 1) {
                return values.getFirst();
            }
            var texts =
                    !values.isEmpty() && values.stream().allMatch(CharSequence.class::isInstance);
            return texts ? String.join(",", values.stream().map(Text::of).toList()) : values;
        }
    }

    private static Lookup known(String name) {
        var bare = BUILTIN.matcher(name).replaceFirst("");
        var current = MOVED.getOrDefault(bare, bare);
        var lookup = LOOKUPS.getOrDefault(current, LOOKUPS.get("ansible.utils." + bare));
        if (lookup == null) {
            throw new PythonError(
                    "TemplateAssertionError",
                    "The lookup plugin '"
                            + name
                            + "' was not found."
                            + Spelling.didYouMean(bare, LOOKUPS.keySet()));
        }
        return lookup;
    }

    /** What a lookup answers. */
    public static List<@Nullable Object> run(
            String name,
            List<@Nullable Object> terms,
            Map<String, @Nullable Object> options,
            Evaluation evaluation) {
        return known(name).run(evaluation, terms, options);
    }
}
