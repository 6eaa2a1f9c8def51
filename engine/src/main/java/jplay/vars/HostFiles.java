package jplay.vars;

import java.util.Map;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/** The {@code vars_files} of a play whose names, or what follows them, each host decides. */
public interface HostFiles {
    /** When there are none. */
    HostFiles NONE =
            new HostFiles() {
                @Override
                public boolean any() {
                    return false;
                }

                @Override
                public Map<String, @Nullable Object> of(Seen seen) {
                    return Map.of();
                }
            };

    /** Whether there are any. */
    boolean any();

    /** What they hold for a host. @throws jplay.diagnostic.PlaybookException when that is wrong */
    Map<String, @Nullable Object> of(Seen seen);

    /**
     * What decides about the files.
     *
     * @param facts all that is known about the host
     * @param scope what names of files see: the host and the play, and nothing that tasks set
     */
    record Seen(String host, Map<String, @Nullable Object> facts, Scope scope) {}
}
