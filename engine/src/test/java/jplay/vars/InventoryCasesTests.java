package jplay.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.diagnostic.Diagnostic;
import jplay.inventory.Host;
import jplay.inventory.HostPattern;
import jplay.inventory.Inventories;
import jplay.inventory.Inventory;
import jplay.value.Json;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole inventories, compared with what Ansible says of them; {@code src/test/inventories/record}
 * asks it.
 */
class InventoryCasesTests {
    private static final Path CASES =
            Path.of(System.getProperty("basedir", "engine"), "src/test/inventories");

    @TestFactory
    Stream<DynamicTest> groupsAndVariablesAreAnsibles() throws IOException {
        return cases().map(folder ->
                DynamicTest.dynamicTest(
                        folder.getFileName().toString(),
                        () -> {
                            var expected =
                                    Json.read(Files.readString(folder.resolve("expected.json")));
                            var told =
                                    new InventoryListing(load(folder, new ArrayList<>()), folder)
                                            .told();
                            assertEquals(written(expected), written(told));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> patternsMeanTheSameHosts() throws IOException {
        return cases().filter(folder -> Files.exists(folder.resolve("patterns")))
                .flatMap(folder -> {
                    var inventory = load(folder, new ArrayList<>());
                    return lines(folder.resolve("expected.patterns"))
                            .map(line ->
                                    DynamicTest.dynamicTest(
                                            folder.getFileName() + ": " + line,
                                            () ->
                                                    assertEquals(
                                                            line,
                                                            matched(
                                                                    inventory,
                                                                    line.split(" => ", 2)[0]))));
                });
    }

    private static String matched(Inventory inventory, String pattern) {
        var warnings = new ArrayList<Diagnostic>();
        var hosts = HostPattern.parse(pattern).select(inventory, warnings::add);
        var names = hosts.stream().map(Host::name).collect(Collectors.joining(" "));
        var ignored =
                warnings.stream()
                        .map(each -> each.message().replaceFirst(".*ignoring: ", " !"))
                        .collect(Collectors.joining());
        return pattern + " => " + names + ignored;
    }

    private static Inventory load(Path folder, List<Diagnostic> warnings) {
        var surroundings = new Surroundings(folder, folder, folder, Map.of());
        var sources =
                Files.exists(folder.resolve("sources"))
                        ? lines(folder.resolve("sources")).toList()
                        : List.of("hosts");
        return Inventories.load(sources, Settings.defaults(surroundings), warnings::add);
    }

    private static String written(@Nullable Object value) {
        return Json.write(sorted(value), Json.Style.SORTED_INDENTED);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case TemplateString template -> template.text();
            case List<?> list ->
                    list.stream().<@Nullable Object>map(InventoryCasesTests::sorted).toList();
            case Map<?, ?> map -> {
                var all = new TreeMap<String, @Nullable Object>();
                map.forEach((key, item) -> all.put(String.valueOf(key), sorted(item)));
                yield all;
            }
            case null, default -> value;
        };
    }

    private static Stream<Path> cases() throws IOException {
        try (var entries = Files.list(CASES.toAbsolutePath())) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
