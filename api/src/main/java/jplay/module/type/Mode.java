package jplay.module.type;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Permissions of a file as users write them: octal ({@code 0644}, {@code 1777}), symbolic ({@code
 * u=rw,g=r,o-x}) or {@code preserve} where a module allows it.
 *
 * @param text octal with four digits, symbolic text, or {@code preserve}
 */
public record Mode(String text) {
    private static final Pattern OCTAL = Pattern.compile("(0o?)?[0-7]{1,4}");
    private static final Pattern SYMBOLIC =
            Pattern.compile("[ugoa]*([-+=]([rwxXst]*|[ugo]))+(,[ugoa]*([-+=]([rwxXst]*|[ugo]))+)*");

    /** Reads what a user wrote; a YAML octal arrives as its number. */
    public static Mode parse(Object written) {
        if (written instanceof Long number && number >= 0 && number <= 07777) {
            return new Mode("%04o".formatted(number));
        }
        var text = String.valueOf(written).strip();
        if (OCTAL.matcher(text).matches()) {
            return new Mode("%04o".formatted(Integer.parseInt(text.replaceFirst("^0o", ""), 8)));
        }
        if (text.equals("preserve") || SYMBOLIC.matcher(text).matches()) {
            return new Mode(text);
        }
        throw new IllegalArgumentException(
                "got '" + text + "', want octal such as '0644' or symbolic such as 'u=rw,g=r'");
    }

    /** The permission bits when written in octal. */
    public Optional<Integer> bits() {
        return OCTAL.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text, 8))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
