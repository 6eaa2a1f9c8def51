package jplay.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSelectionTests {
    @ParameterizedTest
    @CsvSource({
        // --tags, --skip-tags, tags of the task, selected
        "'', '', '', true",
        "'', '', a, true",
        "'', '', never, false",
        "'', '', always, true",
        "a, '', a, true",
        "a, '', b, false",
        "a, '', '', false",
        "a, '', 'b always', true",
        "a, '', 'a never', true",
        "never, '', never, true",
        "all, '', 'a never', false",
        "tagged, '', a, true",
        "tagged, '', '', false",
        "tagged, '', never, false",
        "untagged, '', '', true",
        "untagged, '', a, false",
        "'', a, a, false",
        "'', a, 'a always', false",
        "'', tagged, a, false",
        "'', tagged, '', true",
        "'', untagged, '', false",
        "'', all, a, false",
        "'', all, always, true",
        "'', 'all always', always, false",
        "a, b, 'a b', false",
    })
    void selectsAsAnsibleDoes(String only, String skip, String tags, boolean selected) {
        var selection = new TagSelection(Set.copyOf(words(only)), Set.copyOf(words(skip)));
        assertEquals(selected, selection.selects(words(tags)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
