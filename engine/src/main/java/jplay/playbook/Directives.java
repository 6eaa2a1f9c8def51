package jplay.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * Keywords that go from plays and blocks down to tasks, merged.
 *
 * @param when conditions, outermost first; all must hold
 * @param tags as written, outermost first; may be templates
 * @param vars variables of blocks and tasks, outermost first, inner ones win (those of a play are
 *     not among them)
 * @param environment outermost first, inner ones win
 * @param moduleDefaults outermost first, inner ones win
 * @param settings nearest value of every other inherited keyword by its name: {@code become},
 *     {@code become_user}, {@code become_method}, {@code become_flags}, {@code become_exe}, {@code
 *     connection}, {@code remote_user}, {@code port}, {@code ignore_errors}, {@code
 *     ignore_unreachable}, {@code check_mode}, {@code diff}, {@code no_log}, {@code run_once},
 *     {@code any_errors_fatal}, {@code throttle}, {@code timeout}, {@code debugger}, {@code
 *     collections}, {@code delegate_to} and {@code delegate_facts} of a block
 */
public record Directives(
        List<Condition> when,
        List<@Nullable Object> tags,
        Map<String, @Nullable Object> vars,
        List<@Nullable Object> environment,
        List<@Nullable Object> moduleDefaults,
        Map<String, Setting> settings) {
    /** Nothing given. */
    public static final Directives NONE =
            new Directives(List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of());

    /** A condition and its place. */
    public record Condition(@Nullable Object text, Location location) {}

    /** The value of a keyword and its place. */
    public record Setting(@Nullable Object value, Location location) {}

    /** One keyword's value, when it is given anywhere. */
    public Optional<Setting> setting(String keyword) {
        return Optional.ofNullable(settings.get(keyword));
    }

    /** What something inside has, when this is what it stands in. */
    public Directives inner(Directives own) {
        return new Directives(
                joined(when, own.when),
                new ArrayList<>(new LinkedHashSet<>(joined(tags, own.tags))),
                merged(vars, own.vars),
                joined(environment, own.environment),
                joined(moduleDefaults, own.moduleDefaults),
                merged(settings, own.settings));
    }

    private static <T extends @Nullable Object> List<T> joined(List<T> outer, List<T> inner) {
        var all = new ArrayList<>(outer);
        all.addAll(inner);
        return all;
    }

    private static <V extends @Nullable Object> Map<String, V> merged(
            Map<String, V> outer, Map<String, V> inner) {
        var all = new LinkedHashMap<>(outer);
        all.putAll(inner);
        return all;
    }
}
