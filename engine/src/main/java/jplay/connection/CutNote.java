package jplay.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells behind what a request printed on its error stream that not all is there. */
final class CutNote {
    private CutNote() {}

    /** The errors as they are when nothing is missing. */
    static byte[] behind(Frames.Frame errors, long outputCut) {
        if (errors.cut() + outputCut == 0) {
            return errors.content();
        }
        var note =
                (outputCut > 0 ? cut("output", outputCut) : "")
                        + (errors.cut() > 0 ? cut("errors", errors.cut()) : "");
        var added = note.getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(errors.content(), errors.content().length + added.length);
        System.arraycopy(added, 0, both, errors.content().length, added.length);
        return both;
    }

    private static String cut(String stream, long bytes) {
        return "\n[standard %s was longer than output_limit: the last %d bytes are not kept]\n"
                .formatted(stream, bytes);
    }
}
