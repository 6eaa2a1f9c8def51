package jplay.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.diagnostic.Location;
import jplay.module.ModuleCatalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Finished;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.value.Omit;
import jplay.value.TemplateString;
import jplay.vault.Vault;
import jplay.vault.VaultSecret;
import org.jspecify.annotations.Nullable;

/** Ansible's rules over the variables, files and environment of one case. */
final class AnsibleProfile {
    private static final Location PLACE = Location.of("<corpus>");

    /** Modules that cases ask for. */
    private static final ModuleCatalog MODULES = new KnownModules();

    private final Corpus.Case record;
    private final Path folder;
    private final Scope scope;
    private final TemplateStore store;

    private AnsibleProfile(Corpus.Case record, Path folder) {
        this.record = record;
        this.folder = folder;
        var variables = CorpusValues.decode(record.map("vars"), AnsibleProfile::trusted);
        this.scope = new MapScope((Map<?, ?>) placed(variables), List.of(folder));
        this.store = new TemplateStore(_ -> {}, settings(record, folder), MODULES);
    }

    /** The case's variables over those of this process. */
    private static Map<String, String> environment(Corpus.Case record) {
        var environment = new java.util.HashMap<>(System.getenv());
        record.map("environ")
                .forEach((name, value) -> environment.put((String) name, (String) value));
        return environment;
    }

    private static Settings settings(Corpus.Case record, Path folder) {
        var surroundings = new Surroundings(folder, folder, folder, environment(record));
        var settings = Settings.defaults(surroundings);
        return record.fields().get("vault_password") instanceof String password
                ? settings.with(new Vault(List.of(new VaultSecret("default", password))))
                : settings;
    }

    private static Object trusted(String text) {
        return TemplateString.of(text, PLACE);
    }

    /** With the folder's path for {@code @DIR@}. */
    private @Nullable Object placed(@Nullable Object value) {
        return switch (value) {
            case TemplateString template -> trusted(placed(template.text()));
            case String text -> placed(text);
            case Map<?, ?> map -> {
                var copy = new java.util.LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, item) -> copy.put(placed(key), placed(item)));
                yield copy;
            }
            case List<?> list when jplay.template.python.Types.isList(list) -> {
                var copy = new java.util.ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(placed(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private String placed(String text) {
        return text.replace("@DIR@", folder.toString());
    }

    /** What came instead of the answer; none when it is the one. */
    static Optional<String> wrong(Corpus.Case record, Map<?, ?> answer) {
        var folder = files(record);
        try {
            var profile = new AnsibleProfile(record, folder);
            try {
                var actual = profile.answer();
                var right =
                        answer.containsKey("expected")
                                && same(record, profile.placed(answer.get("expected")), actual);
                return right ? Optional.empty() : Optional.of(Text.repr(actual));
            } catch (PythonError | TemplateException e) {
                return answer.containsKey("expected_error")
                        ? Optional.empty()
                        : Optional.of("error: " + e.getMessage());
            }
        } finally {
            delete(folder);
        }
    }

    private static boolean same(
            Corpus.Case record, @Nullable Object expected, @Nullable Object actual) {
        if (Boolean.TRUE.equals(record.fields().get("unordered"))
                && expected instanceof List<?> wanted
                && actual instanceof List<?> got) {
            return wanted.size() == got.size()
                    && wanted.stream()
                            .allMatch(item ->
                                    got.stream().anyMatch(other -> CorpusValues.same(item, other)));
        }
        return CorpusValues.same(expected, actual);
    }

    @Nullable Object answer() {
        var template = placed(record.template());
        if (record.mode().equals("when")) {
            var parts = new JinjaTemplar.Parts(store.settings(), MODULES, true);
            return new JinjaTemplar(parts, _ -> {}).condition(trusted(template), PLACE, scope);
        }
        var options = PlainProfile.syntax(record.map("env"), Dialect.ANSIBLE);
        var raw = Boolean.TRUE.equals(record.fields().get("escape_backslashes"));
        var syntax =
                new jplay.template.scan.Syntax(
                        options.marks(),
                        options.trimBlocks(),
                        options.lstripBlocks(),
                        options.keepTrailingNewline(),
                        options.newline(),
                        raw,
                        false,
                        Dialect.ANSIBLE);
        var value = store.template(template, syntax).render(new ScopeEvaluation(store, scope));
        if (record.mode().equals("text")) {
            return Finished.text(value);
        }
        var finished = Finished.value(value);
        if (finished == Omit.OMIT) {
            throw PythonError.value("A template was resolved to an Omit scalar.");
        }
        return finished;
    }

    private static Path files(Corpus.Case record) {
        try {
            var folder = Files.createTempDirectory("corpus").toRealPath();
            for (var source : List.of(record.map("files"), record.map("templates"))) {
                for (var entry : source.entrySet()) {
                    write(folder, (String) entry.getKey(), entry.getValue());
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, @Nullable Object content)
            throws IOException {
        var file = folder.resolve(name);
        if (name.endsWith("/")) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (content instanceof Map<?, ?> link) {
            Files.createSymbolicLink(file, Path.of((String) link.get("__link__")));
        } else {
            Files.writeString(file, ((String) content).replace("@DIR@", folder.toString()));
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
