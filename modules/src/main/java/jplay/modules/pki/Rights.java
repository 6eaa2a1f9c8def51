package jplay.modules.pki;

import java.util.Optional;
import jplay.module.Command;
import jplay.module.Remote;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;

/** Who may do what with a file: mode in octal, and owner and group where they matter. */
record Rights(Mode mode, Optional<String> owner, Optional<String> group) {
    Rights {
        if (mode.bits().isEmpty()) {
            throw new TaskFailure("mode: got '%s', want octal such as '0400'".formatted(mode));
        }
    }

    /** Whether a file that exists has other rights. */
    boolean differ(HostFile file) {
        return !file.permissions().equals(letters())
                || owner.filter(name -> !name.equals(file.owner())).isPresent()
                || group.filter(name -> !name.equals(file.group())).isPresent();
    }

    /** Gives them to files of a host. */
    void give(Remote remote, String... files) {
        var words = new String[files.length + 3];
        words[0] = mode.text();
        words[1] = owner.orElse("");
        words[2] = group.orElse("");
        System.arraycopy(files, 0, words, 3, files.length);
        var answer = remote.exec(Command.call(HostFile.SCRIPT, "pki_rights", words));
        if (!answer.ok()) {
            throw new TaskFailure("cannot set owner and mode: " + answer.errorText());
        }
    }

    private String letters() {
        var bits = mode.bits().orElseThrow();
        var text = new StringBuilder();
        for (var bit = 8; bit >= 0; bit--) {
            text.append((bits >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
        }
        return text.toString();
    }
}
