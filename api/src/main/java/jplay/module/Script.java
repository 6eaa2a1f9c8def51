package jplay.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A POSIX shell file of functions that lives beside its module ({@code copy.sh} next to {@code
 * Copy.java}) and travels once per connection; later calls send only a function's name and
 * arguments.
 *
 * <p>A script named {@code copy} for a guarded plan defines:
 *
 * <ul>
 *   <li>{@code copy_look}: tells what it sees with {@code say NAME VALUE}; returns 0 when nothing
 *       is to be done, 1 when a change is needed; gives up with {@code fail "MESSAGE"}.
 *   <li>{@code copy_change}: makes the change; runs in the same subshell right after, so it sees
 *       what look found. Any status but 0 fails the task unless the module's reading accepts it.
 *   <li>{@code copy_tell}, if it is defined: runs when nothing is to be done, for {@code raw}
 *       output.
 * </ul>
 *
 * <p>Beside them it may define functions that start with its own name. At hand, as functions:
 * {@code say}, {@code fail}, {@code raw} (what follows on standard output is raw), {@code payload N
 * FILE}, {@code temporary FOLDER} (puts the name of a new file of mode 0600 into {@code
 * $temporary}; the file vanishes with the call unless it was moved), {@code expand TEXT} (puts the
 * text with {@code ~} and {@code $VARIABLES} replaced into {@code $expanded}), {@code $JPLAY_DIFF}
 * (1 when a diff is wanted) and {@code $JPLAY_CHECK} (1 in check mode). Nothing may depend on state
 * of an earlier call.
 *
 * @param name the functions' prefix, {@code [a-z_]+}
 * @param text the file, without comments and indentation
 * @param needs scripts whose functions this one calls
 */
public record Script(String name, String text, List<Script> needs) {
    public Script {
        needs = List.copyOf(needs);
    }

    /** The file {@code NAME.sh} beside a class. */
    public static Script beside(Class<?> owner, String name, Script... needs) {
        try (var in = owner.getResourceAsStream(name + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("no " + name + ".sh beside " + owner.getName());
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(name, ScriptText.condensed(text), List.of(needs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
