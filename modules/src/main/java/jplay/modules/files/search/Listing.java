package jplay.modules.files.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a host listed.
 *
 * @param skipped paths that are no folders
 */
record Listing(List<Found> found, List<String> skipped) {

    /** Reads it; a mark that no name has begins each entry, so names may have line ends. */
    static Listing of(String text, String mark) {
        var listing = new Listing(new ArrayList<>(), new ArrayList<>());
        var top = "";
        var whole = "\n" + text.replaceFirst("\n$", "");
        for (var entry : List.of(whole.split("\n" + Pattern.quote(mark)))) {
            if (entry.startsWith(">")) {
                top = entry.substring(1);
            } else if (entry.startsWith("!")) {
                listing.skipped().add(entry.substring(1));
            } else if (entry.startsWith("|")) {
                listing.found().add(Found.of(entry.substring(1), top));
            }
        }
        return listing;
    }
}
