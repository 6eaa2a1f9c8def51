package jplay.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Diagnostic;
import jplay.module.Diff;
import org.jspecify.annotations.Nullable;

/**
 * How one task (or one item of its loop) ended on one host. {@link #values} is what {@code
 * register} keeps, with {@code changed}, {@code failed}, {@code skipped} and the module's own
 * return values under Ansible's names.
 */
public sealed interface TaskResult {
    /** What {@code register} keeps, in the order it is shown. */
    Map<String, @Nullable Object> values();

    /** It worked. */
    record Ok(boolean changed, Map<String, @Nullable Object> values, List<Diff> diffs)
            implements TaskResult {
        public Ok {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            diffs = List.copyOf(diffs);
        }
    }

    /** It did not run: its condition was false, or it had nothing to loop over. */
    record Skipped(Map<String, @Nullable Object> values) implements TaskResult {
        public Skipped {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * It failed.
     *
     * @param ignored when {@code ignore_errors} says that this does not matter
     * @param causes why, outermost first, each with its place; the first is about the task as a
     *     whole. A module's failure is one cause, {@code Task failed: Module failed: MSG}; an error
     *     of the engine one per step, such as {@code Task failed}, {@code Finalization of task args
     *     for 'ansible.builtin.debug' failed}, {@code 'x' is undefined}
     */
    record Failed(
            boolean ignored,
            Map<String, @Nullable Object> values,
            List<Diff> diffs,
            List<Diagnostic> causes)
            implements TaskResult {
        public Failed {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            diffs = List.copyOf(diffs);
            causes = List.copyOf(causes);
        }
    }

    /**
     * The host could not be reached, or was lost on the way; {@code ignored} for {@code
     * ignore_unreachable}.
     */
    record Unreachable(boolean ignored, Map<String, @Nullable Object> values)
            implements TaskResult {
        public Unreachable {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Whether something was changed, also by a task that failed in the end. */
    default boolean changed() {
        return this instanceof Ok ok ? ok.changed() : Boolean.TRUE.equals(values().get("changed"));
    }
}
