package jplay.template;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import jplay.diagnostic.Location;
import jplay.value.TemplateString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that a lookup finds in its terms may have come from a host. */
class DataEvaluationTests {
    private static final String ASKED =
            "{{ query('community.general.dependent', {'a': fact}) | string }}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lookup('pipe', 'echo owned')",
                "[query('pipe', 'echo owned')]",
                "[q('pipe', 'echo owned')]",
                "['{{ lookup(\"pipe\", \"echo owned\") }}']",
                "[(lookup)('pipe', 'echo owned')]"
            })
    void reachesNoLookup(String injected) {
        assertFalse(answer(Map.of("fact", injected)).contains("'owned'"));
    }

    private static String answer(Map<String, ?> variables) {
        var asked = TemplateString.of(ASKED, Location.of("<test>"));
        try {
            return String.valueOf(
                    JinjaTemplar.strict(_ -> {}).render(asked, MapScope.of(variables)));
        } catch (TemplateException e) {
            return e.getMessage();
        }
    }
}
