package jplay.playbook.load;

import java.util.Optional;

/**
 * Which role, and which of its files.
 *
 * @param name as in {@code roles:}, rendered
 * @param tasksFrom a file of {@code tasks/} instead of {@code main}; and so on for the others
 * @param allowDuplicates whether it runs again; its meta decides when empty
 * @param publishes whether the rest of the play sees its variables
 * @param validates whether its arguments are held against its specification
 */
public record RoleRequest(
        String name,
        Optional<String> tasksFrom,
        Optional<String> varsFrom,
        Optional<String> defaultsFrom,
        Optional<String> handlersFrom,
        Optional<Boolean> allowDuplicates,
        boolean publishes,
        boolean validates) {
    /**
     * Which of its files, and whether a task asks for it: what a play lists decides no duplicates.
     */
    String files() {
        return allowDuplicates.map(_ -> "task ").orElse("")
                + String.join(
                        "/",
                        tasksFrom.orElse("main"),
                        varsFrom.orElse("main"),
                        defaultsFrom.orElse("main"),
                        handlersFrom.orElse("main"));
    }

    /** A role with its usual files. */
    public static RoleRequest of(String name) {
        return new RoleRequest(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                true);
    }
}
