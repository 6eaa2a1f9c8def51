package jplay.run;

import java.util.ArrayList;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.playbook.Task;
import jplay.playbook.load.Inclusion;
import jplay.playbook.load.PlaybookLoader;
import jplay.playbook.load.RoleRequest;
import jplay.strategy.TaskLoading;
import jplay.task.Effect;

/** Loads what the tasks of a play include. */
record LiveLoading(PlaybookLoader loader, PlayVariables play, Callback callback)
        implements TaskLoading {
    @Override
    public Loaded tasks(Task includer, Effect.IncludeTasks include) {
        var inclusion = Inclusion.of(includer, include.surroundings().apply(), play.play());
        var loaded = loader.loadTasks(inclusion, include.file());
        loaded.warnings().forEach(callback::warned);
        play.publish(loaded.imports().roles());
        return new Loaded(loaded.file().toString(), loaded.tasks(), loaded.imports().handlers());
    }

    @Override
    public Loaded role(Task includer, Effect.IncludeRole include) {
        var wanted = include.role();
        var inclusion = Inclusion.of(includer, include.surroundings().apply(), play.play());
        var request =
                new RoleRequest(
                        wanted.name(),
                        other(wanted.tasksFrom()),
                        other(wanted.varsFrom()),
                        other(wanted.defaultsFrom()),
                        other(wanted.handlersFrom()),
                        Optional.of(wanted.allowDuplicates()),
                        wanted.publishes(),
                        wanted.validates());
        var loaded = loader.loadRole(inclusion, request);
        loaded.warnings().forEach(callback::warned);
        play.publish(loaded.loaded().all());
        play.publish(loaded.imports().roles());
        var handlers = new ArrayList<>(loaded.loaded().handlers());
        handlers.addAll(loaded.imports().handlers());
        return new Loaded(wanted.name(), loaded.tasks(), handlers);
    }

    private static Optional<String> other(String file) {
        return file.equals("main") ? Optional.empty() : Optional.of(file);
    }
}
