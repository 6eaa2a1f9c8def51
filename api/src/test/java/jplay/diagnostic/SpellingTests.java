package jplay.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
    @ParameterizedTest
    @CsvSource({
        "when,  when,  0",
        "whne,  when,  1",
        "When,  when,  0",
        "onwer, owner, 1",
        "mod,   mode,  1",
        "'',    mode,  4",
        "ca,    abc,   3",
    })
    void countsEdits(String left, String right, int edits) {
        assertEquals(edits, Spelling.distance(left, right));
        assertEquals(edits, Spelling.distance(right, left));
    }

    @Test
    void tellsNothingWhenNothingIsNear() {
        assertEquals(Optional.empty(), Spelling.nearest("owner", List.of("mode", "path")));
        assertEquals("", Spelling.didYouMean("owner", List.of("mode", "path")));
    }

    @Test
    void tellsTheFirstByNameAmongEquallyNear() {
        assertEquals(
                " (did you mean 'mode'?)", Spelling.didYouMean("mod", List.of("node", "mode")));
        assertEquals(Optional.of("bat"), Spelling.nearest("at", List.of("cat", "bat")));
    }
}
