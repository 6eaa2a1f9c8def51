package jplay.module.type;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A command line whose first word is the name of a file of the controller.
 *
 * @param name the first word, without its quotes
 * @param arguments what follows it, as it was written
 * @param onController finds the file, where Ansible looks for it; throws {@link
 *     jplay.module.TaskFailure} when there is none
 */
public record LocalProgram(String name, String arguments, Supplier<LocalFile> onController) {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|((?:[^\\s\\\\]|\\\\.)+))\\s*(.*?)\\s*",
                    Pattern.DOTALL);

    /**
     * Parts a line.
     *
     * @throws IllegalArgumentException when there is no word in it
     */
    public static LocalProgram of(String line, Function<String, LocalFile> find) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalArgumentException("got '" + line + "', want the name of a script");
        }
        var name =
                Optional.ofNullable(match.group(2))
                        .orElseGet(() ->
                                Optional.ofNullable(match.group(1))
                                        .orElse(match.group(3))
                                        .replaceAll("\\\\(.)", "$1"));
        return new LocalProgram(name, match.group(4), () -> find.apply(name));
    }

    /** The file of the controller. */
    public LocalFile local() {
        return onController.get();
    }
}
