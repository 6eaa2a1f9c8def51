package jplay.playbook.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.playbook.syntax.Findings;
import jplay.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What is known and gathered while one play is loaded. Not for several threads. */
final class PlayScope {
    private final Path playbook;
    private final Map<String, @Nullable Object> names = new LinkedHashMap<>();
    private final List<Role> importedRoles = new ArrayList<>();
    private final List<Task> importedHandlers = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private boolean dynamic;

    /** Someone notifies a handler by a name that holds no template. */
    record Notification(String handler, YamlNode node, Findings findings) {}

    PlayScope(Path playbook) {
        this.playbook = playbook;
    }

    /** The folder of the playbook. */
    Path folder() {
        return playbook.toAbsolutePath().getParent();
    }

    /** Variables that are known before the run, for names of imported files. */
    Map<String, @Nullable Object> names() {
        return names;
    }

    List<Role> importedRoles() {
        return importedRoles;
    }

    List<Task> importedHandlers() {
        return importedHandlers;
    }

    List<Notification> notifications() {
        return notifications;
    }

    /** Takes down that there are includes, so that not all handlers are known. */
    void includes() {
        dynamic = true;
    }

    boolean dynamic() {
        return dynamic;
    }
}
