package jplay.playbook.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Cases of one resource. {@code === name} begins a case and its playbook {@code site.yml}, {@code
 * --- path} another file of it. {@code # ERROR: message} at the end of a line is what must be said
 * about that line.
 */
record CaseFiles(String name, String content) {
    private static final Pattern EXPECTED =
            Pattern.compile("\\s*# (ERROR|WARNING|DEPRECATION): (.*)$");

    static Stream<CaseFiles> in(String resource) throws IOException {
        try (var stream =
                Objects.requireNonNull(CaseFiles.class.getResourceAsStream(resource), resource)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== "))
                    .filter(part -> !part.isBlank())
                    .map(part ->
                            new CaseFiles(
                                    part.lines().findFirst().orElseThrow(),
                                    part.substring(part.indexOf('\n') + 1)));
        }
    }

    /** Writes the files and answers what is expected of them, in order. */
    List<String> write(Path folder) throws IOException {
        var expected = new ArrayList<String>();
        for (var part : ("--- site.yml\n" + content).split("(?m)^--- (?=\\S+$)", -1)) {
            if (!part.isBlank()) {
                writeFile(folder, part, expected);
            }
        }
        return expected;
    }

    private static void writeFile(Path folder, String part, List<String> expected)
            throws IOException {
        var name = part.lines().findFirst().orElseThrow();
        var lines = new ArrayList<String>();
        for (var line : part.lines().skip(1).toList()) {
            var match = EXPECTED.matcher(line);
            if (match.find()) {
                expected.add(
                        match.group(1)
                                + " "
                                + name
                                + ":"
                                + (lines.size() + 1)
                                + " "
                                + match.group(2));
            }
            lines.add(match.replaceAll(""));
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** A diagnostic as {@link #write} expects it. */
    static String shown(Diagnostic diagnostic, Path folder) {
        var place = diagnostic.location().source() + ":" + diagnostic.location().line();
        return (diagnostic.severity() + " " + place + " " + diagnostic.message())
                .replace(folder + "/", "")
                .replace(folder.toString(), ".");
    }

    static PlaybookLoader loader(Path folder, Map<String, @Nullable Object> extraVars) {
        return new PlaybookLoader(
                new LoadOptions(
                        List.of(folder.resolve("shared")),
                        List.of(folder.resolve("collections")),
                        extraVars,
                        Vault.NONE,
                        new FakeCatalog(),
                        true));
    }
}
