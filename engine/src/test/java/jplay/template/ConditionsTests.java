package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that only older versions of Ansible accepted, and text that is an expression. */
class ConditionsTests {
    private static final Location PLACE = new Location("site.yml", 1, 1);
    private static final Map<String, Object> VARS =
            Map.of(
                    "x",
                    1L,
                    "yes",
                    "x == 1",
                    "no",
                    "x == 2",
                    "nested",
                    TemplateString.of("{{ no }}", PLACE),
                    "deep",
                    Map.of("list", List.of("x == 2", "x == 1")),
                    "told",
                    "x == 1",
                    "flag",
                    true);

    private final List<Diagnostic> warnings = new ArrayList<>();

    /** Variables that a user wrote, but for {@code told}, which a host said. */
    private record Written() implements Scope {
        @Override
        public boolean has(String name) {
            return VARS.containsKey(name);
        }

        @Override
        public @Nullable Object get(String name) {
            return VARS.get(name);
        }

        @Override
        public Optional<Object> written(String name) {
            return name.equals("told") ? Optional.empty() : Optional.ofNullable(VARS.get(name));
        }

        @Override
        public Set<String> names() {
            return VARS.keySet();
        }

        @Override
        public List<Path> searchPath() {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {{ yes }}             | true
                    {{ no }}              | false
                    {{ nested }}          | false
                    {{ deep.list[0] }}    | false
                    {{ deep['list'][1] }} | true
                    {{ x == 2 }}          | false
                    {{ x }} == 2          | false
                    not {{ flag }}        | false
                    {{ flag }} and {{ x == 2 }} | false
                    no                    | true
                    x                     | true
                    {{ '' }}              | true
                    {{ none }}            | true
                    """)
    void acceptsOldWays(String condition, boolean holds) {
        var templar = JinjaTemplar.create(warnings::add);
        var written = TemplateString.of(condition, PLACE);
        assertEquals(holds, templar.condition(written, PLACE, new Written()));
        assertFalse(warnings.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {{ x }} == 2   | Syntax error in expression. Template delimiters are not supported
                    no             | Conditional result (True)
                    {{ '' }}       | Empty conditional expressions are not allowed.
                    """)
    void refusesOldWaysWhenTold(String condition, String beginning) {
        var templar = JinjaTemplar.strict(warnings::add);
        var written = TemplateString.of(condition, PLACE);
        var refused =
                assertThrows(
                        TemplateException.class,
                        () -> templar.condition(written, PLACE, new Written()));
        assertEquals(beginning, refused.getMessage().substring(0, beginning.length()));
    }

    @Test
    void neverEvaluatesWhatAHostSaid() {
        var templar = JinjaTemplar.create(warnings::add);
        for (var condition : List.of("{{ told }}", "{{ 'x' ~ ' == 1' }}", "{{ told | trim }}")) {
            var written = TemplateString.of(condition, PLACE);
            var refused =
                    assertThrows(
                            TemplateException.class,
                            () -> templar.condition(written, PLACE, new Written()));
            assertEquals("Encountered untrusted template or expression.", refused.getMessage());
        }
    }
}
