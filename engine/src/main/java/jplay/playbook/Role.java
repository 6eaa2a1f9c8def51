package jplay.playbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role as it was asked for at one place. Two are the same role, and the second does not run
 * again, when they are equal and the role does not allow duplicates: the same folder with the same
 * variables, conditions and tags.
 *
 * @param name as written
 * @param folder where it was found
 * @param defaults its default variables, unrendered
 * @param vars its own variables, unrendered
 * @param given what was written where it was asked for
 * @param allowDuplicates from its meta
 * @param publishes whether its variables are seen by the rest of the play (static roles do, {@code
 *     include_role} only with {@code public: true})
 * @param dependencies the roles it depends on, whose defaults and variables it sees
 * @param around the roles that asked for it, outermost first; it sees their variables too
 */
public record Role(
        String name,
        Path folder,
        Map<String, @Nullable Object> defaults,
        Map<String, @Nullable Object> vars,
        Given given,
        boolean allowDuplicates,
        boolean publishes,
        List<Role> dependencies,
        List<Role> around) {
    public Role {
        dependencies = List.copyOf(dependencies);
        around = List.copyOf(around);
    }

    /** The same with what it depends on. */
    public Role dependingOn(List<Role> roles) {
        return new Role(
                name, folder, defaults, vars, given, allowDuplicates, publishes, roles, around);
    }

    /** The role behind those that asked for it: what a role that it asks for has around it. */
    public List<Role> withAround() {
        return Stream.concat(around.stream(), Stream.of(this)).toList();
    }

    /**
     * What was written where a role was asked for.
     *
     * @param vars under {@code vars:}
     * @param parameters beside the role's name
     * @param when conditions
     * @param files which of its files, and whether a task asked for it
     */
    public record Given(
            Map<String, @Nullable Object> vars,
            Map<String, @Nullable Object> parameters,
            List<@Nullable Object> when,
            List<String> tags,
            String files) {
        /** Texts, because templates with the same text are equal wherever they were written. */
        private List<String> texts() {
            return List.of(
                    vars.toString(),
                    parameters.toString(),
                    when.toString(),
                    tags.toString(),
                    files);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Role role
                && folder.equals(role.folder)
                && given.texts().equals(role.given.texts());
    }

    @Override
    public int hashCode() {
        return folder.hashCode() * 31 + given.texts().hashCode();
    }
}
