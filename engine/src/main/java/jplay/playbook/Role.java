package jplay.playbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role as it was asked for at one place. Two are the same role, and the second does not run
 * again, when they are equal and the role does not allow duplicates: the same folder with the same
 * parameters, conditions and tags.
 *
 * @param name as written
 * @param folder where it was found
 * @param defaults its default variables, unrendered
 * @param vars its own variables, unrendered
 * @param parameters variables given where it was asked for ({@code vars:} and inline parameters)
 * @param when conditions where it was asked for
 * @param tags tags where it was asked for
 * @param allowDuplicates from its meta
 * @param publishes whether its variables are seen by the rest of the play (static roles do, {@code
 *     include_role} only with {@code public: true})
 * @param dependencies the roles it depends on, whose defaults and variables it sees
 */
public record Role(
        String name,
        Path folder,
        Map<String, @Nullable Object> defaults,
        Map<String, @Nullable Object> vars,
        Map<String, @Nullable Object> parameters,
        List<@Nullable Object> when,
        List<String> tags,
        boolean allowDuplicates,
        boolean publishes,
        List<Role> dependencies) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Role role && identity().equals(role.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    /** Texts, because templates with the same text are equal wherever they were written. */
    private List<String> identity() {
        return List.of(folder.toString(), parameters.toString(), when.toString(), tags.toString());
    }
}
