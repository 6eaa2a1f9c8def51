package jplay.template.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text is like as a YAML scalar: which styles can hold it.
 *
 * @param plainInFlow whether it needs no quotes within {@code [ ]} and {@code { }}
 * @param plainInBlock whether it needs no quotes elsewhere
 * @param single whether single quotes can hold it
 */
record YamlScalar(
        String text, boolean multiline, boolean plainInFlow, boolean plainInBlock, boolean single) {
    private static final List<Pattern> OTHER_TYPES =
            List.of(
                    Pattern.compile(
                            "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
                    Pattern.compile(
                            "[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+][0-9]+)?"
                                    + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                                    + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
                                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
                    Pattern.compile(
                            "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
                                    + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"),
                    Pattern.compile("<<|=|~|null|Null|NULL|"),
                    Pattern.compile(
                            "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
                                    + "|[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?"
                                    + ":[0-9][0-9]:[0-9][0-9](?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"));
    private static final String LINE_BREAKS = "\n\u0085\u2028\u2029";

    /** Looks at a text. */
    static YamlScalar of(String text) {
        if (text.isEmpty()) {
            return new YamlScalar(text, false, false, false, true);
        }
        var indicators = new Indicators(text);
        var spaces = new Spaces(text);
        var multiline = text.chars().anyMatch(c -> LINE_BREAKS.indexOf(c) >= 0);
        var special = text.codePoints().anyMatch(YamlScalar::isSpecial);
        var wrong = spaces.atEnds || multiline || special || isOtherType(text);
        return new YamlScalar(
                text,
                multiline,
                !wrong && !indicators.flow,
                !wrong && !indicators.block,
                !spaces.besideBreak && !special);
    }

    private static boolean isOtherType(String text) {
        return OTHER_TYPES.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }

    private static boolean isSpecial(int c) {
        return !(c == '\n'
                || c >= ' ' && c <= '~'
                || c == 0x85
                || c >= 0xa0 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
    }

    /** Characters that mean something to YAML. */
    private static final class Indicators {
        private boolean flow;
        private boolean block;

        private Indicators(String text) {
            if (text.startsWith("---") || text.startsWith("...")) {
                both();
            }
            for (var i = 0; i < text.length(); i++) {
                var spaceBehind =
                        i + 1 == text.length() || " \t\r\n\0".indexOf(text.charAt(i + 1)) >= 0;
                if (i == 0) {
                    first(text.charAt(0), spaceBehind);
                } else {
                    later(text, i, spaceBehind);
                }
            }
        }

        private void both() {
            flow = true;
            block = true;
        }

        private void first(char c, boolean spaceBehind) {
            if ("#,[]{}&*!|>'\"%@`".indexOf(c) >= 0) {
                both();
            } else if (c == '?' || c == ':') {
                flow = true;
                block |= spaceBehind;
            } else if (c == '-' && spaceBehind) {
                both();
            }
        }

        private void later(String text, int at, boolean spaceBehind) {
            var c = text.charAt(at);
            if (",?[]{}".indexOf(c) >= 0) {
                flow = true;
            } else if (c == ':') {
                flow = true;
                block |= spaceBehind;
            } else if (c == '#' && " \t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
                both();
            }
        }
    }

    /** Spaces and line breaks that only some styles keep. */
    private static final class Spaces {
        private final boolean atEnds;
        private final boolean besideBreak;

        private Spaces(String text) {
            var edges = " " + LINE_BREAKS;
            atEnds =
                    edges.indexOf(text.charAt(0)) >= 0
                            || edges.indexOf(text.charAt(text.length() - 1)) >= 0;
            besideBreak = Pattern.compile(" [" + LINE_BREAKS + "]").matcher(text).find();
        }
    }
}
