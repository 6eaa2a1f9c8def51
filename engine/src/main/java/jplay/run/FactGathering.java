package jplay.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.PlaybookException;
import jplay.play.Program;
import jplay.playbook.Directives;
import jplay.playbook.Play;
import jplay.playbook.Task;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Decides whether a play begins with gathering facts, and makes that task. */
record FactGathering(String policy, Templar templar, Scope scope) {
    /** The task; empty when the play is not to gather facts. */
    Optional<Task> of(Play play) {
        var written = rendered(play.options().gatherFacts());
        var wanted = written == null ? !policy.equals("explicit") : truth(written);
        return wanted ? Optional.of(task(play)) : Optional.empty();
    }

    private @Nullable Object rendered(@Nullable Object written) {
        try {
            return templar.render(written, scope);
        } catch (TemplateException e) {
            throw new PlaybookException(List.of(e.diagnostic()));
        }
    }

    /** Whether hosts whose facts are known are passed over. */
    boolean onlyUnknown() {
        return policy.equals("smart");
    }

    private static boolean truth(Object written) {
        return switch (written.toString().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on", "1", "y", "t" -> true;
            default -> false;
        };
    }

    private static Task task(Play play) {
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        put(arguments, "gather_subset", play.options().gatherSubset());
        put(arguments, "gather_timeout", play.options().gatherTimeout());
        put(arguments, "fact_path", play.options().factPath());
        var around = play.directives();
        var tags = new ArrayList<@Nullable Object>(around.tags());
        tags.add("always");
        return new Task(
                Program.IMPLICIT,
                "Gathering Facts",
                "ansible.builtin.setup",
                arguments,
                null,
                Map.of(),
                new Directives(
                        List.of(),
                        tags,
                        Map.of(),
                        around.environment(),
                        around.moduleDefaults(),
                        around.settings()),
                Task.Control.NONE,
                List.of(),
                Optional.empty(),
                play.file());
    }

    private static void put(
            Map<String, @Nullable Object> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    /** Whether a task is the one that gathers facts at the beginning. */
    static boolean isSetup(Task task) {
        return Program.implicit(task) && task.action().equals("ansible.builtin.setup");
    }
}
