package jplay.playbook.load;

import java.util.ArrayList;
import java.util.List;
import jplay.playbook.Block;
import jplay.playbook.Role;
import jplay.playbook.Task;

/**
 * A role with all that it brings.
 *
 * @param role the role that was asked for
 * @param all the roles it depends on and itself, in the order they run
 * @param blocks the tasks of each of these roles
 * @param handlers of all these roles
 */
public record LoadedRole(Role role, List<Role> all, List<Block> blocks, List<Task> handlers) {
    public LoadedRole {
        all = List.copyOf(all);
        blocks = List.copyOf(blocks);
        handlers = List.copyOf(handlers);
    }

    /** The role after those it depends on. */
    static LoadedRole after(List<LoadedRole> dependencies, Block tasks, List<Task> own) {
        var role = tasks.role().orElseThrow();
        var all = new ArrayList<Role>();
        var blocks = new ArrayList<Block>();
        var handlers = new ArrayList<Task>();
        for (var dependency : dependencies) {
            all.addAll(dependency.all());
            blocks.addAll(dependency.blocks());
            handlers.addAll(dependency.handlers());
        }
        all.add(role);
        blocks.add(tasks);
        handlers.addAll(own);
        return new LoadedRole(role, all, blocks, handlers);
    }
}
