package jplay.play;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the hosts of a play into the batches that {@code serial} asks for. */
public final class Batches {
    private Batches() {}

    /**
     * The batches.
     *
     * @param serial rendered: a number, a percentage, or a list of them of which the last repeats;
     *     null or 0 for all
     */
    public static List<List<String>> of(List<String> hosts, @Nullable Object serial) {
        var sizes = serial instanceof List<?> list ? list : List.of(serial == null ? 0 : serial);
        var batches = new ArrayList<List<String>>();
        var taken = 0;
        for (var i = 0; taken < hosts.size(); i++) {
            var size =
                    size(
                            sizes.isEmpty() ? 0 : sizes.get(Math.min(i, sizes.size() - 1)),
                            hosts.size());
            var end = size <= 0 ? hosts.size() : Math.min(hosts.size(), taken + size);
            batches.add(hosts.subList(taken, end));
            taken = end;
        }
        return batches;
    }

    private static int size(@Nullable Object written, int hosts) {
        var text = String.valueOf(written).strip();
        if (text.endsWith("%")) {
            var percent = Double.parseDouble(text.substring(0, text.length() - 1));
            return Math.max(1, (int) (percent / 100.0 * hosts));
        }
        return (int) Double.parseDouble(text);
    }
}
