package jplay.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.diagnostic.Problems;
import jplay.value.Json;
import jplay.value.TemplateString;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ExtraVarsTests {
    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> readsWhatTheCommandLineGives() {
        return Stream.of(
                        new String[] {"a=1", "{\"a\": \"1\"}"},
                        new String[] {
                            "a=1 b='x y' c=\"p q\"",
                            "{\"a\": \"1\", \"b\": \"x y\", \"c\": \"p q\"}"
                        },
                        new String[] {"a={{ b c }} d=", "{\"a\": \"{{ b c }}\", \"d\": \"\"}"},
                        new String[] {"a=b=c", "{\"a\": \"b=c\"}"},
                        new String[] {
                            "{\"a\": 1, \"b\": [true, null]}", "{\"a\": 1, \"b\": [true, null]}"
                        },
                        new String[] {"{a: yes, b: x}", "{\"a\": true, \"b\": \"x\"}"},
                        new String[] {"@vars.yml", "{\"f\": 1}"},
                        new String[] {"@/nowhere", "/nowhere: no such file"},
                        new String[] {"[1]", "got a list, want a mapping of variables"},
                        new String[] {
                            "oops", "'oops' is ignored: want key=value, {YAML or JSON} or @file"
                        })
                .map(row ->
                        DynamicTest.dynamicTest(row[0], () -> assertEquals(row[1], read(row[0]))));
    }

    @Test
    void laterOnesWin() {
        assertEquals(Map.of("a", "2", "b", "1"), parse(List.of("a=1 b=1", "a=2"), new Problems()));
    }

    @Test
    void valuesMayBeTemplates() {
        assertEquals(
                TemplateString.class,
                parse(List.of("a={{ b }}"), new Problems()).getOrDefault("a", "").getClass());
    }

    private String read(String option) throws IOException {
        Files.writeString(folder.resolve("vars.yml"), "f: 1\n");
        var problems = new Problems();
        var vars = parse(List.of(option), problems);
        return problems.all().stream()
                .findFirst()
                .map(each ->
                        each.location().source().startsWith("<")
                                ? each.message()
                                : each.location().source() + ": " + each.message())
                .orElseGet(() -> Json.write(plain(vars), Json.Style.PLAIN));
    }

    private static Map<String, Object> plain(Map<String, ?> vars) {
        var all = new java.util.LinkedHashMap<String, Object>();
        vars.forEach((name, value) ->
                all.put(name, value instanceof TemplateString text ? text.text() : value));
        return all;
    }

    private Map<String, Object> parse(List<String> options, Problems problems) {
        var all = new java.util.LinkedHashMap<String, Object>();
        ExtraVars.parse(
                        options,
                        Settings.defaults(new Surroundings(folder, folder, folder, Map.of())),
                        problems)
                .forEach(all::put);
        return all;
    }
}
