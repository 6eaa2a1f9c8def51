package jplay.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jplay.module.Diff;
import org.junit.jupiter.api.Test;

class UnifiedDiffTests {
    private static String of(Diff diff) {
        return String.join("\n", UnifiedDiff.of(diff));
    }

    @Test
    void showsANewFile() {
        assertEquals(
                """
                --- before
                +++ after: f
                @@ -0,0 +1,2 @@
                +a
                +b\
                """,
                of(new Diff("", "", "f", "a\nb\n")));
    }

    @Test
    void saysThatTheLastLineHasNoEnd() {
        assertEquals(
                """
                --- before: f
                +++ after: f
                @@ -1,7 +1,8 @@
                 a
                 b
                 c
                -d
                +X
                 e
                 f
                 g
                +last
                \\ No newline at end of file\
                """,
                of(Diff.of("f", "a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nX\ne\nf\ng\nlast")));
    }

    @Test
    void partsDistantChanges() {
        var before =
                IntStream.rangeClosed(1, 20).mapToObj(i -> i + "\n").collect(Collectors.joining());
        var after = before.replace("2\n3\n", "2\nnew\n3\n").replace("19\n", "");
        assertEquals(
                """
                --- before: f
                +++ after: f
                @@ -1,5 +1,6 @@
                 1
                 2
                +new
                 3
                 4
                 5
                @@ -16,5 +17,4 @@
                 16
                 17
                 18
                -19
                 20\
                """,
                of(Diff.of("f", before, after)));
    }

    @Test
    void saysNothingOfEqualTexts() {
        assertEquals("", of(Diff.of("f", "a\n", "a\n")));
    }
}
