package jplay.task;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jplay.play.Step;
import jplay.playbook.Task;
import jplay.task.keyword.Keywords;
import jplay.task.keyword.PartialText;
import jplay.template.TemplateException;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a task before it runs, as its first host sees it.
 *
 * @param name what is shown above its results
 * @param once whether one host does it for all
 * @param shared whether all hosts then get what it registers and sets
 * @param throttle how many hosts may do it at a time; 0 for no limit of its own
 * @param fatal whether a failure on one host fails all
 * @param check whether changes are only predicted
 * @param meta whether it is a word to the engine
 */
public record Outline(
        String name,
        boolean once,
        boolean shared,
        int throttle,
        boolean fatal,
        boolean check,
        boolean meta) {
    private static final Set<String> META =
            Set.of("meta", "ansible.builtin.meta", "ansible.legacy.meta");
    private static final Set<String> META_OF_ONE_HOST =
            Set.of("noop", "reset_connection", "end_host", "end_role", "flush_handlers");
    private static final Set<String> META_WITHOUT_CONDITIONS =
            Set.of("noop", "reset_connection", "refresh_inventory");

    /** Whether a task is a word to the engine. */
    public static boolean isMeta(String action) {
        return META.contains(action);
    }

    /** The word to the engine that a task has, when it is one that does not heed conditions. */
    static Optional<String> unconditional(Task task) {
        return Optional.ofNullable(task.arguments().get("_raw_params"))
                .filter(_ -> isMeta(task.action()))
                .map(String::valueOf)
                .filter(META_WITHOUT_CONDITIONS::contains);
    }

    static Outline of(TaskServices services, Step step) {
        var task = step.task();
        var scope = services.scopes().of(step);
        var keywords =
                new Keywords(task, services.templar(), scope, services.defaults().keywords());
        var meta = isMeta(task.action());
        var shared = quietly(() -> keywords.flag("run_once", false), false);
        var bypass =
                services.actions().find(task.action()).map(ActionCatalog.Kind::once).orElse(false)
                        || (meta
                                && !META_OF_ONE_HOST.contains(
                                        String.valueOf(task.arguments().get("_raw_params"))));
        return new Outline(
                quietly(() -> name(services, step), String.valueOf(task.name())),
                shared || bypass,
                shared,
                quietly(() -> throttle(keywords), 0),
                quietly(() -> keywords.flag("any_errors_fatal", false), false),
                quietly(
                        () -> keywords.flag("check_mode", services.defaults().check()),
                        services.defaults().check()),
                meta);
    }

    /** The same where no host does or breaks anything for others. */
    public Outline alone() {
        return new Outline(name, false, false, throttle, false, check, meta);
    }

    private static int throttle(Keywords keywords) {
        return keywords.value("throttle")
                .map(value -> (int) Double.parseDouble(value.toString()))
                .orElse(0);
    }

    private static String name(TaskServices services, Step step) {
        var task = step.task();
        var name = rendered(services, step, task.name());
        var role = task.arguments().getOrDefault("name", task.arguments().get("role"));
        if (task.action().endsWith("include_role") && role != null) {
            return name.isEmpty() ? task.action() + " : " + role : name;
        }
        var shown = name.isEmpty() ? task.action() : name;
        return task.role().map(own -> own.name() + " : " + shown).orElse(shown);
    }

    private static String rendered(TaskServices services, Step step, @Nullable Object text) {
        if (text == null) {
            return "";
        }
        var scope = services.scopes().of(step);
        try {
            return String.valueOf(services.templar().render(text, scope));
        } catch (TemplateException e) {
            return text instanceof TemplateString template
                    ? new PartialText(services.templar(), scope).of(template)
                    : text.toString();
        }
    }

    private static <T> T quietly(Supplier<T> value, T orElse) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            return orElse;
        }
    }
}
