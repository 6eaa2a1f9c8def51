package jplay.modules.files.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An option of an INI file as it stands on a line.
 *
 * @param name empty when the line has no option
 * @param value empty when there is no sign
 * @param comment whether it is put to sleep by a comment sign
 */
record IniLine(String name, Optional<String> value, boolean comment) {
    private static final Pattern OPTION =
            Pattern.compile("^([#;]?)[ \\t]*([^=\\[]*?)[ \\t]*(?:=[ \\t]*(.*?))?[ \\t]*$");

    static IniLine of(String line) {
        var match = OPTION.matcher(Lines.bare(line).stripLeading());
        if (!match.matches()) {
            return new IniLine("", Optional.empty(), false);
        }
        return new IniLine(
                match.group(2), Optional.ofNullable(match.group(3)), !match.group(1).isEmpty());
    }
}
