package jplay.template.lookup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Spelling;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code config}: settings of the run under the names that Ansible gives them. */
final class ConfigLookup {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of(
                            "config(terms, on_missing='error', plugin_type=none, plugin_name=none,"
                                    + " show_origin=false)",
                            ConfigLookup::run));

    /** Where a name is not ours with {@code DEFAULT_} before it. */
    private static final Map<String, Setting> RENAMED =
            Map.ofEntries(
                    Map.entry("ANSIBLE_FORCE_COLOR", Setting.FORCE_COLOR),
                    Map.entry("ANSIBLE_HOME", Setting.HOME),
                    Map.entry("ANSIBLE_NOCOLOR", Setting.NOCOLOR),
                    Map.entry("CACHE_PLUGIN", Setting.FACT_CACHING),
                    Map.entry("CACHE_PLUGIN_CONNECTION", Setting.FACT_CACHING_CONNECTION),
                    Map.entry("CACHE_PLUGIN_PREFIX", Setting.FACT_CACHING_PREFIX),
                    Map.entry("CACHE_PLUGIN_TIMEOUT", Setting.FACT_CACHING_TIMEOUT),
                    Map.entry("COLLECTIONS_PATHS", Setting.COLLECTIONS_PATH),
                    Map.entry("DEFAULT_FILTER_PLUGIN_PATH", Setting.FILTER_PLUGINS),
                    Map.entry("DEFAULT_HOST_LIST", Setting.INVENTORY),
                    Map.entry("DEFAULT_LOCAL_TMP", Setting.LOCAL_TEMPORARY),
                    Map.entry("DEFAULT_MODULE_PATH", Setting.LIBRARY));

    private ConfigLookup() {}

    private static List<@Nullable Object> run(FilterCall call) {
        var missing = call.text("on_missing");
        if (!Set.of("error", "warn", "skip").contains(missing)) {
            throw PythonError.value(
                    "\"on_missing\" must be a string and one of \"error\", \"warn\" or \"skip\", not "
                            + missing);
        }
        if (call.has("plugin_type") != call.has("plugin_name")) {
            throw PythonError.value(
                    "Both plugin_type and plugin_name are required, cannot use one without the other.");
        }
        var values = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            if (!(term instanceof CharSequence)) {
                throw PythonError.type(
                        "Invalid setting identifier, \""
                                + Text.of(term)
                                + "\" is not a string, it is a "
                                + Types.name(term));
            }
            var setting = find(Text.of(term), call.has("plugin_type"));
            if (setting.isPresent()) {
                values.add(answer(call, setting.get()));
            } else {
                report(call, missing, Text.of(term));
            }
        }
        return values;
    }

    private static void report(FilterCall call, String missing, String name) {
        var known = Arrays.stream(Setting.values()).map(Setting::name).toList();
        var message = "Unable to find setting " + name;
        if (missing.equals("error")) {
            throw new PythonError("AnsibleLookupError", message + Spelling.didYouMean(name, known));
        }
        if (missing.equals("warn")) {
            call.evaluation().surroundings().deprecate("Skipping, did not find setting " + name);
        }
    }

    private static Optional<Setting> find(String name, boolean ofPlugin) {
        if (ofPlugin) {
            return Arrays.stream(Setting.values())
                    .filter(setting -> setting.key().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
        var bare = name.startsWith("DEFAULT_") ? name.substring("DEFAULT_".length()) : name;
        return Optional.ofNullable(RENAMED.get(name))
                .or(() ->
                        Arrays.stream(Setting.values())
                                .filter(setting -> setting.name().equals(bare))
                                .findFirst());
    }

    private static @Nullable Object answer(FilterCall call, Setting setting) {
        var settings = call.evaluation().surroundings().settings();
        var value = value(settings, setting);
        return call.flag("show_origin") ? Tuple.of(value, origin(settings, setting)) : value;
    }

    private static @Nullable Object value(Settings settings, Setting setting) {
        return switch (setting.kind()) {
            case BOOLEAN -> settings.is(setting);
            case INTEGER -> (long) settings.number(setting);
            case TEXT -> settings.text(setting).isEmpty() ? null : settings.text(setting);
            case LIST -> new ArrayList<@Nullable Object>(settings.list(setting));
            case PATH -> settings.path(setting).map(Path::toString).orElse(null);
            case PATHS, SOURCES ->
                    new ArrayList<@Nullable Object>(
                            settings.paths(setting).stream().map(Path::toString).toList());
        };
    }

    private static String origin(Settings settings, Setting setting) {
        var given = settings.given().get(setting);
        if (given == null) {
            return "default";
        }
        var source = given.location().source();
        var variable = "<environment variable '";
        return source.startsWith(variable)
                ? "env: " + source.substring(variable.length(), source.length() - 2)
                : source;
    }
}
