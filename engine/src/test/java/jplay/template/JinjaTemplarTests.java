package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.value.Layout;
import jplay.value.Omit;
import jplay.value.TemplateString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JinjaTemplarTests {
    private static final Location PLACE = new Location("site.yml", 7, 12);

    private final List<Diagnostic> told = new ArrayList<>();
    private final Templar templar = JinjaTemplar.create(told::add);

    private static Object template(String text) {
        return TemplateString.of(text, PLACE);
    }

    private Object render(String text, Map<String, ?> variables) {
        return templar.render(template(text), MapScope.of(variables));
    }

    private TemplateException fails(String text, Map<String, ?> variables) {
        return assertThrows(TemplateException.class, () -> render(text, variables));
    }

    @Test
    void keepsTheTypeOfAValueThatStandsAlone() {
        assertEquals(List.of(1L, 2L), render("{{ [1, 2] }}", Map.of()));
        assertEquals(5L, render("{{ n }}", Map.of("n", 5L)));
        assertNull(render("{{ none }}", Map.of()));
        assertEquals("5 nodes", render("{{ n }} nodes", Map.of("n", 5L)));
    }

    @Test
    void printsValuesAsPythonDoes() {
        var variables = Map.of("d", Map.of("a", true), "f", 1.0, "l", List.of("it's", "x"));
        assertEquals(
                "{'a': True} 1.0 [\"it's\", 'x']", render("{{ d }} {{ f }} {{ l }}", variables));
    }

    @Test
    void rendersNoTextThatCameFromAHost() {
        var injected = "{{ lookup('pipe', 'touch /tmp/owned') }}";
        var fact = Map.of("stdout", injected, "lines", List.of(injected));
        var variables = Map.of("result", fact, "copy", template("{{ result.stdout }}"));
        assertEquals(injected, render("{{ result.stdout }}", variables));
        assertEquals(injected, render("{{ copy }}", variables));
        assertEquals("say " + injected, render("say {{ result['lines'][0] }}", variables));
        assertEquals(injected, render("{{ [copy] | first }}", variables));
        assertEquals(injected, templar.render(injected, MapScope.of(variables)));
        assertEquals(injected, render("{{ '{' ~ result.stdout[1:] }}", variables));
    }

    @Test
    void rendersVariablesWhenTheyAreRead() {
        var variables =
                Map.of(
                        "base",
                        "/srv",
                        "home",
                        template("{{ base }}/etcd"),
                        "bad",
                        template("{{ nope }}"),
                        "all",
                        Map.of("good", template("{{ home }}"), "bad", template("{{ nope }}")));
        assertEquals("/srv/etcd", render("{{ home }}", variables));
        assertEquals("/srv/etcd", render("{{ all.good }}", variables));
        assertEquals("none", render("{{ all.bad | default('none') }}", variables));
        assertEquals("none", render("{{ bad | default('none') }}", variables));
        assertTrue(fails("{{ all }}", variables).undefined());
    }

    @Test
    void spellsACycle() {
        var variables =
                Map.of(
                        "a",
                        template("{{ b }}"),
                        "b",
                        template("{{ c.x }}"),
                        "c",
                        Map.of("x", template("{{ a }}!")));
        var failure = fails("{{ a }}", variables);
        assertEquals(
                "Recursive loop detected in template: a -> b -> {{ a }}! -> a",
                failure.getMessage());
        assertFalse(failure.undefined());
    }

    @Test
    void tellsWhatIsUndefined() {
        var variables = Map.of("d", Map.of("a", 1L), "l", List.of(1L));
        assertEquals("'nope' is undefined", fails("{{ nope }}", variables).getMessage());
        assertEquals("'nope' is undefined", fails("{{ nope.x.y }}", variables).getMessage());
        assertEquals(
                "object of type 'dict' has no attribute 'zz'",
                fails("a {{ d.zz }}", variables).getMessage());
        assertTrue(fails("{{ d.zz }}", variables).undefined());
        assertEquals(
                "object of type 'list' has no attribute 9",
                fails("{{ l[9] }}", variables).getMessage());
    }

    @Test
    void namesThePlaceOfTheGuiltyText() {
        var inner = TemplateString.of("{{ nope }}", new Location("vars.yml", 3, 5));
        assertEquals(
                "vars.yml:3:5",
                fails("{{ inner }}", Map.of("inner", inner)).diagnostic().location().toString());
        assertEquals(
                "site.yml:7:13",
                fails("a{{ 1 / 0 }}", Map.of()).diagnostic().location().toString());
    }

    @Test
    void namesTheLineOfABlock() {
        var place = new Location("vars.yml", 7, 12);
        var block = TemplateString.of("a\nb\n  {{ 1 / 0 }}", place, Layout.block(4));
        assertEquals(
                "vars.yml:10:7",
                fails("{{ block }}", Map.of("block", block)).diagnostic().location().toString());
    }

    @Test
    void chainsUndefinedUpToADefault() {
        assertEquals("x", render("{{ a.b.c | default('x') }}", Map.of()));
        assertEquals("x", render("{{ a['b'].c() | upper | default('x') }}", Map.of()));
        assertEquals(false, render("{{ a.b is defined }}", Map.of()));
        assertEquals("x", render("{{ [a] | join(',') | default('x') }}", Map.of()));
        fails("{{ (a + 1) | default('x') }}", Map.of());
        fails("{{ (1 / 0) | default('x') }}", Map.of());
    }

    @Test
    void suggestsTheNearestFilterTestLookupAndStatement() {
        assertTrue(
                fails("{{ 'x' | uper }}", Map.of())
                        .getMessage()
                        .endsWith("No filter named 'uper'. (did you mean 'upper'?)"));
        assertTrue(
                fails("{{ 'x' is matsh('y') }}", Map.of())
                        .getMessage()
                        .endsWith("No test named 'matsh'. (did you mean 'match'?)"));
        assertTrue(
                fails("{{ lookup('fle', 'x') }}", Map.of())
                        .getMessage()
                        .contains("'fle' was not found. (did you mean 'file'?)"));
        assertTrue(
                fails("{% fro x in y %}{% endfor %}", Map.of())
                        .getMessage()
                        .contains("(did you mean 'for'?)"));
        assertTrue(
                fails("{{ 'x' | indent(widht=2) }}", Map.of())
                        .getMessage()
                        .contains("unexpected keyword argument 'widht' (did you mean 'width'?)"));
    }

    @Test
    void leavesOutWhatIsOmitted() {
        var value = new LinkedHashMap<String, Object>();
        value.put("mode", template("{{ mode | default(omit) }}"));
        value.put("list", List.of(template("{{ omit }}"), 1L));
        assertEquals(Map.of("list", List.of(1L)), templar.render(value, MapScope.of(Map.of())));
        assertEquals(Omit.OMIT, render("{{ omit }}", Map.of()));
    }

    @Test
    void rendersKeysOnlyWhenAsked() {
        var scope = MapScope.of(Map.of("k", "key"));
        var value = Map.of(template("{{ k }}"), template("{{ k }}!"));
        assertEquals(Map.of("{{ k }}", "key!"), templar.render(value, scope));
        assertEquals(Map.of("key", "key!"), templar.renderKeys(value, scope));
    }

    @Test
    void deprecatesAConditionThatIsNoBooleanOncePerPlace() {
        var scope = MapScope.of(Map.of("l", List.of(1L)));
        assertTrue(templar.condition("l | length", PLACE, scope));
        assertTrue(templar.condition("l | length", PLACE, scope));
        assertFalse(templar.condition("''", new Location("site.yml", 9, 1), scope));
        assertEquals(2, told.size());
        assertEquals(Diagnostic.Severity.DEPRECATION, told.getFirst().severity());
        assertTrue(
                told.getFirst().message().contains("(True) was derived from value of type 'int'"));
        assertThrows(
                TemplateException.class,
                () -> JinjaTemplar.strict(told::add).condition("l | length", PLACE, scope));
    }

    @Test
    void takesAllConditionsOfAList() {
        var scope = MapScope.of(Map.of("n", 5L));
        assertTrue(
                templar.condition(
                        List.of("n == 5", true, template("n == '{{ n }}' | int")), PLACE, scope));
        assertFalse(templar.condition(List.of("n == 5", "n is undefined", "nope"), PLACE, scope));
        assertTrue(
                assertThrows(
                                TemplateException.class,
                                () -> templar.condition("nope == 1", PLACE, scope))
                        .undefined());
    }

    @Test
    void takesDelimitersAroundAConditionWithADeprecation() {
        assertTrue(
                templar.condition(template("{{ n == 5 }}"), PLACE, MapScope.of(Map.of("n", 5L))));
        assertTrue(told.getFirst().message().contains("delimiters"));
    }

    @Test
    void keepsBackslashesOfPlaybooksAsTheyAre() {
        assertEquals("a\\1", render("{{ 'a\\1' }}", Map.of()));
        var file = new TemplateString("{{ 'a\\tb' }}\n", Location.of("a.j2"));
        assertEquals(
                "a\tb\n",
                templar.renderFile(file, Templar.FileOptions.DEFAULT, MapScope.of(Map.of())));
    }

    @Test
    void takesOptionsFromTheHeaderOfAFile() {
        var text =
                "#jinja2: variable_start_string: '[[', variable_end_string: ']]'\nx=[[ n ]] {{ n }}\n";
        var file = new TemplateString(text, Location.of("a.j2"));
        assertEquals(
                "x=5 {{ n }}\n",
                templar.renderFile(
                        file, Templar.FileOptions.DEFAULT, MapScope.of(Map.of("n", 5L))));
    }

    @Test
    void includesTemplatesOfTheSearchPath(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates/part.j2"), "<{{ n }}>");
        var scope = new MapScope(Map.of("n", 5L), List.of(folder));
        assertEquals("a<5>", templar.render(template("a{% include 'part.j2' %}"), scope));
        Files.writeString(folder.resolve("templates/part.j2"), "[{{ n }}]");
        assertEquals("a[5]", templar.render(template("a{% include 'part.j2' %}"), scope));
    }

    @Test
    void runsLookupsByName() {
        var scope = MapScope.of(Map.of());
        assertEquals(
                List.of("01", "02"),
                templar.lookup("sequence", List.of("end=2 format=%02d"), Map.of(), scope));
        assertEquals(
                List.of(1L, 2L, 3L),
                templar.lookup("items", List.of(1L, List.of(2L, 3L)), Map.of(), scope));
    }

    @Test
    void serialisesNothingBetweenThreads() throws Exception {
        var text =
                "{% for i in range(20) %}{{ i * n }}{% if not loop.last %},{% endif %}{% endfor %}";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 500; i++) {
                var n = (long) i;
                work.add(() -> ((String) render(text, Map.of("n", n))).endsWith("," + 19 * n));
            }
            for (var done : threads.invokeAll(work)) {
                assertEquals(true, done.resultNow());
            }
        }
    }

    @Test
    void endsARecursionThatHasNoEnd() {
        var text = "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}";
        assertTrue(fails(text, Map.of()).getMessage().contains("maximum recursion depth exceeded"));
    }
}
