package jplay.playbook;

import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A group of tasks with what to do when one of them fails. The tasks of a role are one block.
 *
 * @param role the role whose list of tasks this block is, when it is one; its last task marks the
 *     role as done
 */
public record Block(
        Location location,
        @Nullable Object name,
        Directives directives,
        Optional<Role> role,
        List<Node> body,
        List<Node> rescue,
        List<Node> always)
        implements Node {
    public Block {
        body = List.copyOf(body);
        rescue = List.copyOf(rescue);
        always = List.copyOf(always);
    }
}
