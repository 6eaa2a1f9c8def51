package jplay.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FramesTests {
    private static final String MARK = "c0ffee-c0ffee-c0ffee";

    /** Gives so many bytes at a time, as a network does. */
    private static final class Slices extends InputStream {
        private final InputStream all;
        private final int most;

        Slices(String text, int most) {
            this.all = new ByteArrayInputStream(text.getBytes(US_ASCII));
            this.most = most;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
            return all.read(bytes, offset, Math.min(most, length));
        }
    }

    private static String told(Frames.Frame frame) {
        var content = new String(frame.content(), US_ASCII);
        return (content.length() > 40 ? content.length() + "" : content)
                + (frame.ended() ? "." : "/" + frame.trailer())
                + (frame.cut() > 0 ? "-" + frame.cut() : "");
    }

    private static List<String> parted(String text, int most, int limit) throws Exception {
        var frames = new Frames(MARK);
        frames.limit(limit);
        frames.follow(new Slices(text, most), "test");
        var told = new ArrayList<String>();
        var frame = frames.next();
        for (; !frame.ended(); frame = frames.next()) {
            told.add(told(frame));
        }
        told.add(told(frame));
        return told;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 22, 23, 24, 25, 8192, 100_000})
    void findsMarksHoweverTheyAreSplit(int most) throws Exception {
        var end = "\n" + MARK + " ";
        var text =
                "a"
                        + end
                        + "0\n"
                        + end
                        + "127\n"
                        + "\n".repeat(30)
                        + MARK.substring(1)
                        + end
                        + "1\n"
                        + "x".repeat(20_000)
                        + end
                        + "2\nrest";
        assertEquals(
                List.of("a/0", "/127", "49/1", "20000/2", "rest."), parted(text, most, 1_000_000));
        assertEquals(
                List.of("a/0", "/127", "45/1-4", "45/2-19955", "rest."), parted(text, most, 45));
    }

    /** The shell of a host that was lost says no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void keepsTheBeginningOfWhatDoesNotEnd(int most) throws Exception {
        var text = "y\n".repeat(50_000) + "\n" + MARK;
        assertEquals(
                List.of("100." + "-" + (100_000 + 1 + MARK.length() - 100 - 22)),
                parted(text, most, 100));
    }
}
