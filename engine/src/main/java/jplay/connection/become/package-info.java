/**
 * Becoming another user: the commands that start a shell as that user, and the password dialogue.
 *
 * <p>Entry types: {@link jplay.connection.become.BecomeCommand}, {@link
 * jplay.connection.become.Greeting}.
 */
@NullMarked
package jplay.connection.become;

import org.jspecify.annotations.NullMarked;
