package jplay.modules.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Parts of a file, each on lines of its own. */
final class Fragments {
    private final String delimiter;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean first = true;
    private boolean ended = true;

    Fragments(String delimiter) {
        this.delimiter = delimiter;
    }

    void add(byte[] part) {
        if (!ended) {
            out.write('\n');
        }
        if (!first && !delimiter.isEmpty()) {
            out.writeBytes(delimiter.getBytes(StandardCharsets.UTF_8));
            if (!delimiter.endsWith("\n")) {
                out.write('\n');
            }
        }
        out.writeBytes(part);
        first = false;
        ended = part.length > 0 && part[part.length - 1] == '\n';
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
