package jplay.play;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@code --tags} and {@code --skip-tags} select.
 *
 * @param only run what carries one of these; all when empty
 * @param skip leave out what carries one of these
 */
public record TagSelection(Set<String> only, Set<String> skip) {
    /** Everything but what is tagged {@code never}. */
    public static final TagSelection ALL = new TagSelection(Set.of("all"), Set.of());

    public TagSelection {
        only = only.isEmpty() ? Set.of("all") : Set.copyOf(only);
        skip = Set.copyOf(skip);
    }

    /** Whether something with these tags is to run. */
    public boolean selects(Collection<String> given) {
        var tags = new LinkedHashSet<>(given.isEmpty() ? Set.of("untagged") : given);
        return wanted(tags) && !skipped(tags);
    }

    private boolean wanted(Set<String> tags) {
        return tags.contains("always")
                || (only.contains("all") && !tags.contains("never"))
                || !Collections.disjoint(only, tags)
                || (only.contains("tagged")
                        && !tags.contains("untagged")
                        && !tags.contains("never"));
    }

    private boolean skipped(Set<String> tags) {
        if (skip.contains("all")) {
            return !tags.contains("always") || skip.contains("always");
        }
        return !Collections.disjoint(skip, tags)
                || (skip.contains("tagged") && !tags.contains("untagged"));
    }
}
