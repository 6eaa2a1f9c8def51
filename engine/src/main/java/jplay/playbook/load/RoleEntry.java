package jplay.playbook.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Location;
import jplay.playbook.Directives;
import jplay.playbook.Role;
import org.jspecify.annotations.Nullable;

/**
 * One place that asks for a role.
 *
 * @param place where the name stands
 * @param parameters variables given beside the name
 * @param written keywords given there, without those of what it stands in; they tell equal roles
 *     apart
 * @param around the roles that ask for it, outermost first
 */
record RoleEntry(
        RoleRequest request,
        Location place,
        Map<String, @Nullable Object> parameters,
        Directives written,
        List<Role> around) {
    /** What tells it from other places that ask for the same role. */
    Role.Given given() {
        var conditions = new ArrayList<@Nullable Object>();
        written.when().forEach(condition -> conditions.add(condition.text()));
        return new Role.Given(
                written.vars(),
                parameters,
                conditions,
                written.tags().stream().map(String::valueOf).toList(),
                request.files());
    }
}
