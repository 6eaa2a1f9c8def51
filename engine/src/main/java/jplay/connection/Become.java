package jplay.connection;

import java.util.Optional;
import jplay.module.type.Secret;

/**
 * The user that tasks run as.
 *
 * @param method {@code none} for the login user, else {@code sudo}, {@code su}, {@code doas},
 *     {@code runuser}
 * @param user the wanted user
 * @param password given to the method by its prompt, never in an argv
 * @param flags more options for the method
 * @param executable program to use instead of the method's own
 */
public record Become(
        String method, String user, Optional<Secret> password, String flags, String executable) {
    /** As the user who logged in. */
    public static final Become NONE = new Become("none", "", Optional.empty(), "", "");

    /** Whether there is nothing to become. */
    public boolean none() {
        return method.equals("none");
    }
}
