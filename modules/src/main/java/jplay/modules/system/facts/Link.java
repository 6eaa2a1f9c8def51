package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * A symbolic link as {@code ls -l} shows it.
 *
 * @param path what is shown before the arrow
 * @param target what is shown behind it
 */
record Link(String path, String target) {
    /** All links of a listing; names of devices have no blanks. */
    static List<Link> listed(String listing) {
        var links = new ArrayList<Link>();
        for (var line : listing.split("\n", 0)) {
            var arrow = line.indexOf(" -> ");
            if (arrow > 0) {
                var before = line.substring(0, arrow);
                links.add(
                        new Link(
                                before.substring(before.lastIndexOf(' ') + 1),
                                line.substring(arrow + " -> ".length())));
            }
        }
        return links;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String targetName() {
        return target.substring(target.lastIndexOf('/') + 1);
    }
}
