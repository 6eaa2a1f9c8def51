package jplay.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.type.Payload;

/**
 * What to run on a host: a program with literal arguments, or a function of a {@link Script}.
 *
 * @param script functions to have at hand; empty for a plain program
 * @param words program or function, then its arguments; none is ever interpreted by a shell
 * @param environment variables beside those of the task
 * @param input standard input; nothing when empty
 * @param payloads bytes that a script's function may write with {@code payload N FILE}, N counted
 *     from 1; unlike the input they are not held in memory when they are many
 */
public record Command(
        Optional<Script> script,
        List<String> words,
        Map<String, String> environment,
        byte[] input,
        List<Payload> payloads) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        payloads = List.copyOf(payloads);
    }

    /** A program with its arguments. */
    public static Command of(String program, String... arguments) {
        var words = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
        return new Command(Optional.empty(), words, Map.of(), new byte[0], List.of());
    }

    /** A function of a script with its arguments. */
    public static Command call(Script script, String function, String... arguments) {
        var words = Stream.concat(Stream.of(function), Stream.of(arguments)).toList();
        return new Command(Optional.of(script), words, Map.of(), new byte[0], List.of());
    }

    /** The same with environment variables; these may be secret, they never stand in an argv. */
    public Command environment(Map<String, String> variables) {
        return new Command(script, words, variables, input, payloads);
    }

    /** The same with standard input, which may be secret. */
    public Command input(byte[] bytes) {
        return new Command(script, words, environment, bytes, payloads);
    }

    /** The same with bytes to write. */
    public Command payloads(List<Payload> more) {
        return new Command(script, words, environment, input, more);
    }
}
