package jplay.console;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where output goes and how wide and colourful it may be. Control characters of what hosts said
 * never reach it raw.
 *
 * @param out results
 * @param errors warnings and errors of the run itself
 * @param width columns a banner fills
 * @param colour whether to colour
 * @param log where all of it is written down as well
 */
public record Screen(
        PrintStream out, PrintStream errors, int width, boolean colour, Optional<LogFile> log) {
    /** The width where there is no terminal. */
    public static final int PLAIN_WIDTH = 80;

    /** The colours of Ansible's default output. */
    public enum Colour {
        GREEN("0;32"),
        YELLOW("0;33"),
        CYAN("0;36"),
        RED("0;31"),
        BRIGHT_RED("1;31"),
        BRIGHT_PURPLE("1;35"),
        PURPLE("0;35"),
        BLUE("0;34"),
        NONE("");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    /** A line of results. */
    public void line(String text, Colour paint) {
        var shown = harmless(text);
        out.println(painted(shown, paint));
        log.ifPresent(file -> file.write(shown));
    }

    /** A line of results of which parts are coloured already. */
    void paintedLine(String text) {
        out.println(text);
        log.ifPresent(file -> file.write(text.replaceAll("\u001b\\[[0-9;]*m", "")));
    }

    /** A line of results without colour. */
    public void line(String text) {
        line(text, Colour.NONE);
    }

    /** A line beside the results. */
    public void errorLine(String text, Colour paint) {
        var shown = harmless(text);
        errors.println(painted(shown, paint));
        log.ifPresent(file -> file.write(shown));
    }

    /** The text in a colour, each of its lines by itself; unchanged where there are no colours. */
    public String painted(String text, Colour paint) {
        if (!colour || paint == Colour.NONE) {
            return text;
        }
        return "\u001b["
                + paint.code
                + "m"
                + text.replace("\n", "\u001b[0m\n\u001b[" + paint.code + "m")
                + "\u001b[0m";
    }

    /** The text with terminal control characters made visible; tabs and line ends stay. */
    static String harmless(String text) {
        if (text.chars().noneMatch(Screen::dangerous)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    if (dangerous(c)) {
                        safe.append("\\x%02x".formatted(c));
                    } else {
                        safe.append((char) c);
                    }
                });
        return safe.toString();
    }

    private static boolean dangerous(int c) {
        return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
    }
}
