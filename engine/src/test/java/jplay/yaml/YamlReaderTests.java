package jplay.yaml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.value.Layout;
import jplay.value.TemplateString;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values as PyYAML gives them ({@code scalars.tsv} holds its answers), and mistakes on their lines.
 */
class YamlReaderTests {
    private static final Pattern EXPECTED = Pattern.compile("\\s*# (ERROR|WARNING): (.*)$");

    @TestFactory
    Stream<DynamicTest> resolvesScalarsAsPyYaml() throws IOException {
        return resource("scalars.tsv")
                .lines()
                .map(line -> {
                    var columns = line.split("\t", 2);
                    return DynamicTest.dynamicTest(
                            columns[0],
                            () -> {
                                var read = value("a: " + columns[0]);
                                assertEquals(
                                        columns[1],
                                        typed(((Map<?, ?>) Objects.requireNonNull(read)).get("a")));
                            });
                });
    }

    @TestFactory
    Stream<DynamicTest> tellsMistakes() throws IOException {
        return Arrays.stream(resource("syntax-mistakes.txt").split("(?m)^--- # "))
                .filter(chunk -> !chunk.isBlank())
                .map(chunk ->
                        DynamicTest.dynamicTest(
                                chunk.lines().findFirst().orElseThrow(),
                                () -> assertMistakes(chunk.substring(chunk.indexOf('\n') + 1))));
    }

    private static void assertMistakes(String chunk) {
        var expected = new ArrayList<String>();
        var text = new StringBuilder();
        for (var line : chunk.lines().toList()) {
            var match = EXPECTED.matcher(line);
            var number = text.chars().filter(c -> c == '\n').count() + 1;
            if (match.find()) {
                expected.add(match.group(1) + " " + number + " " + match.group(2));
            }
            text.append(match.replaceAll("")).append('\n');
        }
        var problems = new Problems();
        YamlReader.parse(text.toString(), "f.yml", problems);
        var found =
                problems.all().stream()
                        .map(d -> d.severity() + " " + d.location().line() + " " + d.message())
                        .toList();
        assertEquals(expected, found);
    }

    @Test
    void knowsPlacesOfNodes() {
        var root = (YamlNode.Mapping) node("a: 1\nb:\n  - x\n  - \"{{ y }}\"\n");
        var list = (YamlNode.Sequence) root.get("b").orElseThrow();
        assertEquals(new Location("<t>", 3, 3), list.location());
        assertEquals(
                List.of(
                        "x",
                        new TemplateString("{{ y }}", new Location("<t>", 4, 5), Layout.QUOTED)),
                list.value());
    }

    @Test
    void keepsUnsafeTextsOutOfTemplates() {
        assertEquals(
                Map.of("a", "{{ b }}", "c", List.of("{{ d }}")),
                value("a: !unsafe '{{ b }}'\nc: !unsafe\n  - '{{ d }}'\n"));
    }

    @Test
    void keepsVaultTextsEncrypted() {
        var read =
                (Map<?, ?>)
                        Objects.requireNonNull(
                                value("a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3030\n"));
        assertEquals(
                new VaultText("$ANSIBLE_VAULT;1.1;AES256\n3030\n", new Location("<t>", 1, 4)),
                read.get("a"));
        assertInstanceOf(VaultText.class, value("$ANSIBLE_VAULT;1.1;AES256\n3030\n"));
    }

    @Test
    void mergesMappingsWhereOwnKeysWin() {
        var read =
                (Map<?, ?>)
                        Objects.requireNonNull(
                                value(
                                        """
                                        one: &one {a: 1, b: 1}
                                        two: &two {b: 2, c: 2}
                                        three: {c: 3, <<: [*one, *two]}
                                        """));
        assertEquals("{b=1, c=3, a=1}", String.valueOf(read.get("three")));
    }

    @Test
    void decodesBinaryAndHonoursGivenTypes() {
        var read =
                (Map<?, ?>)
                        Objects.requireNonNull(
                                value(
                                        "a: !!binary aGk=\nb: !!str 1\nc: !!int '7'\nd: !!float 1\ne: !!set {x, y}\n"));
        assertArrayEquals("hi".getBytes(StandardCharsets.UTF_8), (byte[]) read.get("a"));
        assertEquals(
                Arrays.asList("1", 7L, 1.0, List.of("x", "y")),
                Arrays.asList(read.get("b"), read.get("c"), read.get("d"), read.get("e")));
    }

    @Test
    void readsAnEmptyDocumentAsNull() {
        assertEquals("nothing", node("").description());
        assertEquals("nothing", node("# only a comment\n").description());
    }

    @Test
    void readsJson() {
        assertEquals(Map.of("a", List.of(1L, "x", true)), value("{\"a\":[1,\"x\",true]}"));
    }

    @Test
    void boundsAliasesAndDepth() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(
                                    i,
                                    i,
                                    String.join(", ", Collections.nCopies(9, "*a" + (i - 1)))));
        }
        assertTrue(mistakes(bomb.toString()).contains("aliases stand for too many nodes"));
        assertEquals(List.of("nested more than 500 levels deep"), mistakes("[".repeat(20_000)));
    }

    @Test
    void tellsWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
        var problems = new Problems();
        var latin =
                Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
        YamlReader.read(latin, problems);
        YamlReader.read(folder.resolve("missing.yml"), problems);
        YamlReader.read(folder, problems);
        assertEquals(
                List.of(
                        "the file is not UTF-8 text",
                        "no such file",
                        "the file cannot be read: it is a folder"),
                problems.all().stream().map(d -> d.message()).toList());
    }

    private static List<String> mistakes(String text) {
        var problems = new Problems();
        YamlReader.parse(text, "<t>", problems);
        return problems.all().stream().map(d -> d.message()).distinct().toList();
    }

    private static YamlNode node(String text) {
        var problems = new Problems();
        var node = YamlReader.parse(text, "<t>", problems);
        problems.throwIfAny();
        return node.orElseThrow();
    }

    private static @Nullable Object value(String text) {
        return node(text).value();
    }

    private static String typed(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> "bool " + truth;
            case Double number -> "float " + number;
            case Number number -> "int " + number;
            case LocalDate date -> "date " + date;
            case LocalDateTime time -> "time " + time;
            case OffsetDateTime time -> "time " + time.toString().replaceFirst("Z$", "+00:00");
            default -> "text " + value;
        };
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(YamlReaderTests.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
