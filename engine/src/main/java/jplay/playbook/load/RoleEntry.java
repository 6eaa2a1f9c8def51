package jplay.playbook.load;

import java.util.Map;
import jplay.diagnostic.Location;
import jplay.playbook.Directives;
import org.jspecify.annotations.Nullable;

/**
 * One place that asks for a role.
 *
 * @param place where the name stands
 * @param parameters variables given there
 * @param written keywords given there, without those of what it stands in; they tell equal roles
 *     apart
 */
record RoleEntry(
        RoleRequest request,
        Location place,
        Map<String, @Nullable Object> parameters,
        Directives written) {}
