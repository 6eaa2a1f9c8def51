package jplay.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module returns: Ansible's documented return values by name, and what the engine needs to
 * know beside them. Every value is data: nothing in it is ever rendered as a template.
 *
 * @param changed whether the host was or (in check mode) would be changed; a guarded plan leaves
 *     this to the engine
 * @param failed whether the task failed
 * @param values the return values, in the order they are to be shown; may hold {@code msg}, {@code
 *     skipped}, facts
 * @param diffs what changed, shown with {@code --diff}
 * @param warnings told to the user once
 */
public record Result(
        boolean changed,
        boolean failed,
        Map<String, @Nullable Object> values,
        List<Diff> diffs,
        List<String> warnings) {
    public Result {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        diffs = List.copyOf(diffs);
        warnings = List.copyOf(warnings);
    }

    /** Unchanged, nothing to say. */
    public static Result of() {
        return new Result(false, false, Map.of(), List.of(), List.of());
    }

    /** A failure with its one sentence. */
    public static Result failure(String message) {
        return new Result(false, true, Map.of("msg", message), List.of(), List.of());
    }

    /** The same, changed or not. */
    public Result changed(boolean value) {
        return new Result(value, failed, values, diffs, warnings);
    }

    /** The same, failed. */
    public Result asFailed() {
        return new Result(changed, true, values, diffs, warnings);
    }

    /** One return value more (or another one of that name). */
    public Result with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Result(changed, failed, more, diffs, warnings);
    }

    /** Several return values more. */
    public Result withAll(Map<String, ? extends @Nullable Object> others) {
        var more = new LinkedHashMap<String, @Nullable Object>(values);
        more.putAll(others);
        return new Result(changed, failed, more, diffs, warnings);
    }

    /** With {@code msg}. */
    public Result message(String text) {
        return with("msg", text);
    }

    /** With facts for the host, by their full names ({@code ansible_...}). */
    public Result facts(Map<String, ? extends @Nullable Object> facts) {
        return with("ansible_facts", facts);
    }

    /** With something to show under {@code --diff}. */
    public Result diff(Diff diff) {
        var more = new ArrayList<>(diffs);
        more.add(diff);
        return new Result(changed, failed, values, more, warnings);
    }

    /** With a warning for the user. */
    public Result warn(String text) {
        var more = new ArrayList<>(warnings);
        more.add(text);
        return new Result(changed, failed, values, diffs, more);
    }

    /** The value of {@code msg} when there is one. */
    public Optional<String> message() {
        return Optional.ofNullable(values.get("msg")).map(Object::toString);
    }
}
