package jplay.console.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.callback.Callback;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.Screen;

/** The callbacks that {@code callbacks_enabled} names. */
public final class EnabledCallbacks {
    private final Settings settings;
    private final Screen screen;
    private final Map<String, String> environment;

    public EnabledCallbacks(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
        this.environment = settings.surroundings().environment();
    }

    /** All of them, in the order they are named; unknown names are told. */
    public List<Callback> all(Consumer<String> unknown) {
        var all = new ArrayList<Callback>();
        for (var name : settings.list(Setting.CALLBACKS_ENABLED)) {
            named(name.substring(name.lastIndexOf('.') + 1))
                    .ifPresentOrElse(all::add, () -> unknown.accept(name));
        }
        return all;
    }

    private Optional<Callback> named(String name) {
        return switch (name) {
            case "timer" -> Optional.of(new Timer(screen));
            case "profile_tasks" -> Optional.of(new Profile(screen, false, profile()));
            case "profile_roles" -> Optional.of(new Profile(screen, true, profile()));
            case "junit" -> {
                var home = settings.surroundings().home();
                var options = JunitReport.JunitOptions.of(environment, home);
                yield Optional.of(new JunitReport(options, screen));
            }
            case "tree" ->
                    settings.path(Setting.CALLBACK_TREE_DIRECTORY)
                            .map(folder -> new TreeFiles(folder, screen));
            default -> Optional.empty();
        };
    }

    private Profile.Options profile() {
        var most = environment.getOrDefault("PROFILE_TASKS_TASK_OUTPUT_LIMIT", "20");
        return new Profile.Options(
                most.matches("\\d{1,6}") ? Integer.parseInt(most) : 0,
                environment.getOrDefault("PROFILE_TASKS_SORT_ORDER", "descending"));
    }
}
