package jplay.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchesTests {
    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    private static List<Integer> sizes(@Nullable Object serial) {
        return Batches.of(FIVE, serial).stream().map(List::size).toList();
    }

    @Test
    void takesAllHostsAtOnceWithoutSerial() {
        assertEquals(List.of(5), sizes(null));
        assertEquals(List.of(5), sizes(0L));
    }

    @Test
    void cutsByNumberAndPercentage() {
        assertEquals(List.of(2, 2, 1), sizes(2L));
        assertEquals(List.of(2, 2, 1), sizes("40%"));
        assertEquals(List.of(1, 1, 1, 1, 1), sizes("5%"));
    }

    @Test
    void repeatsTheLastOfAList() {
        assertEquals(List.of(1, 2, 2), sizes(List.of(1L, "2")));
    }
}
