package jplay.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import jplay.playbook.Role;

/**
 * Which roles ran on which hosts in a play. A role is done on a host once it was gone through and
 * at least one of its tasks was not skipped there; it is then passed over when it comes again,
 * unless it allows duplicates.
 */
public final class RoleLedger {
    private final Map<Role, Role> equal = new HashMap<>();
    private final IdentityHashMap<Role, Role> known = new IdentityHashMap<>();
    private final IdentityHashMap<Role, Set<String>> ran = new IdentityHashMap<>();
    private final IdentityHashMap<Role, Set<String>> done = new IdentityHashMap<>();

    /** Takes down that a task of the role was not skipped. */
    void ran(String host, Role role) {
        ran.computeIfAbsent(canonical(role), _ -> new HashSet<>()).add(host);
    }

    /** Takes down that the host came to the end of the role. */
    void finished(String host, Role role) {
        if (ran.getOrDefault(canonical(role), Set.of()).contains(host)) {
            done.computeIfAbsent(canonical(role), _ -> new HashSet<>()).add(host);
        }
    }

    /** Whether the role is to be passed over. */
    boolean isDone(String host, Role role) {
        return !role.allowDuplicates()
                && done.getOrDefault(canonical(role), Set.of()).contains(host);
    }

    private Role canonical(Role role) {
        return known.computeIfAbsent(role, wanted -> equal.computeIfAbsent(wanted, same -> same));
    }
}
