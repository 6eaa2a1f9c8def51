package jplay.connection.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Remembers what a server says before it says that it speaks ssh: mostly why it does not. */
final class FirstWords extends FilterInputStream {
    private static final int MOST = 1024;

    private final StringBuilder words = new StringBuilder();
    private volatile boolean listening = true;

    FirstWords(InputStream stream) {
        super(stream);
    }

    /** The last line that was heard. */
    String heard() {
        return words.toString().lines().reduce("", (_, last) -> last).strip();
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (listening && next >= 0) {
            listen(new byte[] {(byte) next}, 0, 1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        if (listening && count > 0) {
            listen(bytes, offset, count);
        }
        return count;
    }

    private void listen(byte[] bytes, int offset, int count) {
        words.append(new String(bytes, offset, count, StandardCharsets.ISO_8859_1));
        listening = words.length() < MOST && words.indexOf("SSH-") < 0;
    }
}
