package jplay.vars;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.playbook.Play;
import jplay.playbook.Role;
import org.jspecify.annotations.Nullable;

/**
 * What all hosts of a play share.
 *
 * @param name the play's name, rendered
 * @param vars of the play: {@code vars}, over them {@code vars_prompt}, over them {@code
 *     vars_files}
 * @param publishedRoles roles whose defaults and variables the whole play sees: static ones, and
 *     those included as public so far
 * @param batch hosts of the batch that are still in the play
 * @param hosts hosts of the play that are still in it
 * @param allHosts all hosts of the play
 * @param files those of {@code vars_files} that are not the same for all hosts
 */
public record PlayScope(
        Play play,
        String name,
        Map<String, @Nullable Object> vars,
        List<Role> publishedRoles,
        List<String> batch,
        List<String> hosts,
        List<String> allHosts,
        HostFiles files) {
    public PlayScope {
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
        publishedRoles = List.copyOf(publishedRoles);
        batch = List.copyOf(batch);
        hosts = List.copyOf(hosts);
        allHosts = List.copyOf(allHosts);
    }
}
