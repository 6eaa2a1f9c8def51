package jplay.vars;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jplay.inventory.VariableFile;
import jplay.playbook.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PlayScope} gives to the scopes of its tasks, worked out once.
 *
 * @param about variables about the play and its roles; they cannot be overridden
 * @param hosts variables about the play's hosts; they cannot be overridden
 * @param roleVars of all published roles
 * @param roleDefaults of all published roles
 */
record PlayLayers(
        PlayScope scope,
        Map<String, @Nullable Object> about,
        Map<String, @Nullable Object> hosts,
        Map<String, @Nullable Object> roleVars,
        Map<String, @Nullable Object> roleDefaults) {
    static PlayLayers of(PlayScope scope, VariableFile merger) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        var defaults = new LinkedHashMap<String, @Nullable Object>();
        for (var role : scope.publishedRoles()) {
            merger.merge(vars, role.vars());
            merger.merge(defaults, role.defaults());
        }
        return new PlayLayers(
                scope,
                about(scope),
                hosts(scope),
                Collections.unmodifiableMap(vars),
                Collections.unmodifiableMap(defaults));
    }

    private static Map<String, @Nullable Object> about(PlayScope scope) {
        var roles = scope.play().roles();
        var dependencies = roles.stream().flatMap(PlayLayers::dependencies).toList();
        var named =
                roles.stream()
                        .filter(role -> dependencies.stream().noneMatch(each -> each == role))
                        .map(Role::name)
                        .toList();
        var dependent = dependencies.stream().map(Role::name).distinct().toList();
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put(
                "ansible_role_names",
                Stream.concat(dependent.stream(), named.stream()).distinct().toList());
        about.put("ansible_play_role_names", named);
        about.put("ansible_dependent_role_names", dependent);
        about.put("role_names", named);
        about.put("ansible_play_name", scope.name());
        return about;
    }

    private static Map<String, @Nullable Object> hosts(PlayScope scope) {
        var hosts = new LinkedHashMap<String, @Nullable Object>();
        hosts.put("ansible_play_hosts_all", scope.allHosts());
        hosts.put("ansible_play_hosts", scope.hosts());
        hosts.put("ansible_play_batch", scope.batch());
        hosts.put("play_hosts", scope.batch());
        return hosts;
    }

    static Stream<Role> dependencies(Role role) {
        return role.dependencies().stream()
                .flatMap(each -> Stream.concat(dependencies(each), Stream.of(each)));
    }
}
