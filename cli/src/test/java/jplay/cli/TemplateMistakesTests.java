package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a template file is told with its own place, also when another file includes it. */
class TemplateMistakesTests {
    @TempDir Path folder;

    private String failing(String outer, String inner) throws IOException {
        var templates = Files.createDirectory(folder.resolve("templates"));
        Files.writeString(templates.resolve("outer.j2"), outer);
        Files.writeString(templates.resolve("inner.j2"), inner);
        var run =
                WholeRun.of(
                        folder,
                        """
                        - hosts: h1
                          gather_facts: false
                          tasks:
                            - template: {src: outer.j2, dest: "{{ playbook_dir }}/out"}
                        """);
        return run.all();
    }

    private void assertTold(String shown, String what, String place) {
        assertTrue(shown.contains("[ERROR]: Task failed: " + what), shown);
        assertTrue(shown.contains("Origin: " + folder.resolve("templates") + "/" + place), shown);
    }

    @Test
    void namesThePlaceOfWhatIsUndefinedInAnIncludedFile() throws IOException {
        var shown = failing("a {% include 'inner.j2' %}\n", "one\ntwo {{ missing.x }}\n");
        assertTold(shown, "'missing' is undefined", "inner.j2:2:5");
    }

    @Test
    void namesThePlaceOfWhatIsUndefinedInTheFileItself() throws IOException {
        var shown = failing("{% if true %}\n  {{ missing }}\n{% endif %}\n", "");
        assertTold(shown, "'missing' is undefined", "outer.j2:2:3");
    }

    @Test
    void tellsWhichFilesTookInTheOne() throws IOException {
        var shown =
                failing("a\n {% include 'inner.j2' %}\n", "{% if true %}{{ 1 / 0 }}{% endif %}");
        assertTold(shown, "Error rendering template: division by zero", "inner.j2:1:14");
        var way = "included by " + folder.resolve("templates/outer.j2") + ":2:2";
        assertTrue(shown.contains(way), shown);
    }

    @Test
    void tellsWhichFilesTookInTheOneThatMissesSomething() throws IOException {
        var shown = failing("{% include 'inner.j2' %}\n", "{{ missing }}\n");
        assertTold(shown, "'missing' is undefined", "inner.j2:1:1");
        var way = "included by " + folder.resolve("templates/outer.j2") + ":1:1";
        assertTrue(shown.contains(way), shown);
    }

    @Test
    void namesThePlaceInAnImportedMacro() throws IOException {
        var shown =
                failing(
                        "{% import 'inner.j2' as inner %}\n\n{{ inner.twice('x') }}\n",
                        "{% macro twice(n) %}\n{{ n / 2 }}{% endmacro %}\n");
        assertTold(shown, "Error rendering template: unsupported operand type", "inner.j2:2:1");
    }

    @Test
    void namesAVariableThatMayHaveBeenMeant() throws IOException {
        var shown = failing("{{ inventory_hostnam }}\n", "");
        assertTrue(shown.contains("\nDid you mean 'inventory_hostname'?\n"), shown);
    }

    @Test
    void namesAKeyThatMayHaveBeenMeant() throws IOException {
        var shown = failing("{{ {'address': 1}.adress }}\n", "");
        assertTrue(shown.contains("\nDid you mean 'address'?\n"), shown);
    }

    @Test
    void namesAHostThatMayHaveBeenMeant() throws IOException {
        var shown = failing("{{ hostvars['h11'].x }}\n", "");
        assertTrue(shown.contains("\nDid you mean 'h1'?\n"), shown);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    msg: one {{ 1 }} {{ missing }},               5:26
                    msg: "one {{ 1 }} {{ missing }}",             5:27
                    'msg: |\n          one\n          two {{ missing }}', 7:15
                    'msg: >\n          one\n          two {{ missing }}', 5:14
                    """,
            quoteCharacter = '\'')
    void namesThePlaceOfTheExpressionInAValue(String written, String place) throws IOException {
        var play = "- hosts: h1\n  gather_facts: false\n  tasks:\n    - debug:\n        ";
        var shown = WholeRun.of(folder, play + written.translateEscapes() + "\n").all();
        assertTrue(shown.contains("site.yml:" + place + "\n"), shown);
    }
}
