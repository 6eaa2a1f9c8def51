package jplay.vars;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.playbook.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a role gives to the scopes of its tasks, strongest first: its own, then that of the roles it
 * depends on, then that of the roles that asked for it.
 */
final class RoleLayers {
    private RoleLayers() {}

    /** Parameters beside the role's name, also of the roles around. */
    static List<Map<String, @Nullable Object>> parameters(Role role) {
        return role.withAround().reversed().stream()
                .map(each -> each.given().parameters())
                .toList();
    }

    static List<Map<String, @Nullable Object>> vars(Role role) {
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        layers.add(role.given().vars());
        layers.add(role.vars());
        dependencies(role).forEach(each -> layers.add(each.vars()));
        for (var each : role.around().reversed()) {
            layers.add(each.vars());
            layers.add(each.given().vars());
        }
        return layers;
    }

    static List<Map<String, @Nullable Object>> defaults(Role role) {
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        role.withAround().reversed().forEach(each -> layers.add(each.defaults()));
        dependencies(role).forEach(each -> layers.add(each.defaults()));
        return layers;
    }

    private static List<Role> dependencies(Role role) {
        return PlayLayers.dependencies(role).toList().reversed();
    }
}
