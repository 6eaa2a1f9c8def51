package jplay.playbook;

import java.nio.file.Path;
import java.util.List;
import jplay.diagnostic.Diagnostic;

/**
 * A playbook with all that it imports, loaded and checked.
 *
 * @param file the playbook that was asked for
 * @param plays in order, those of imported playbooks in their place
 * @param warnings what is dubious in it
 */
public record Playbook(Path file, List<Play> plays, List<Diagnostic> warnings) {
    public Playbook {
        plays = List.copyOf(plays);
        warnings = List.copyOf(warnings);
    }
}
