package jplay.vars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * Facts in one file for each host, as Ansible's {@code jsonfile} writes them, so that both can use
 * the same folder.
 *
 * @param start what names of files begin with
 * @param timeout how long facts count; for ever when zero
 * @param warnings told about files that cannot be used
 */
public record FactFiles(Path folder, String start, Duration timeout, Consumer<Diagnostic> warnings)
        implements FactStore {
    private static final String CONTENT = "__payload__";
    private static final String GATHERED = "_ansible_facts_gathered";

    /** What settings say; nothing is kept unless they ask for it. */
    public static FactStore of(Settings settings, Consumer<Diagnostic> warnings) {
        var kind = settings.text(Setting.FACT_CACHING);
        return switch (kind.replace("ansible.builtin.", "").replace("ansible.legacy.", "")) {
            case "memory" -> NONE;
            case "jsonfile" -> files(settings, warnings);
            default -> {
                var message =
                        "fact_caching: got '%s', want memory or jsonfile; facts are kept for this run only"
                                .formatted(kind);
                warnings.accept(Diagnostic.warning(Location.of("<settings>"), 1, message));
                yield NONE;
            }
        };
    }

    private static FactStore files(Settings settings, Consumer<Diagnostic> warnings) {
        var written = settings.text(Setting.FACT_CACHING_CONNECTION);
        if (written.isEmpty()) {
            throw new PlaybookException(
                    Location.of("<settings>"),
                    "fact_caching = jsonfile wants a folder in fact_caching_connection");
        }
        var surroundings = settings.surroundings();
        return new FactFiles(
                surroundings.resolve(written, surroundings.folder()),
                settings.text(Setting.FACT_CACHING_PREFIX) + "s1_",
                Duration.ofSeconds(settings.number(Setting.FACT_CACHING_TIMEOUT)),
                warnings);
    }

    private Path file(String host) {
        return folder.resolve(start + host.replace('/', '_'));
    }

    @Override
    public Map<String, @Nullable Object> read(String host) {
        var file = file(host);
        try {
            if (!Files.isRegularFile(file) || isOld(file)) {
                return Map.of();
            }
            var facts = facts(Json.read(Files.readString(file)));
            if (facts.isPresent()) {
                return facts.get();
            }
            warn(file, "the facts kept in it cannot be read");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            warn(file, "the facts kept in it cannot be read");
        }
        return Map.of();
    }

    private boolean isOld(Path file) throws IOException {
        var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
        return !timeout.isZero() && age.compareTo(timeout) >= 0;
    }

    private static Optional<Map<String, @Nullable Object>> facts(@Nullable Object content) {
        if (!(content instanceof Map<?, ?> outer)) {
            return Optional.empty();
        }
        var inner = outer.get(CONTENT) instanceof String text ? Json.read(text) : outer;
        if (!(plain(inner) instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var facts = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> facts.put(String.valueOf(name), value));
        facts.remove(GATHERED);
        return Optional.of(Collections.unmodifiableMap(facts));
    }

    /** A value without what Ansible writes around it to tell where it came from. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map
                    when String.valueOf(map.get("__ansible_type")).startsWith("_AnsibleTagged") ->
                    plain(map.get("value"));
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((name, each) -> all.put(name, plain(each)));
                yield all;
            }
            case List<?> list -> list.stream().map(FactFiles::plain).toList();
            case null, default -> value;
        };
    }

    @Override
    public void write(String host, Map<String, @Nullable Object> facts) {
        var all = new LinkedHashMap<String, @Nullable Object>(facts);
        if (HostVars.isGathered(facts)) {
            all.put(GATHERED, true);
        }
        var file = file(host);
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, ".facts", "");
            Files.writeString(
                    fresh,
                    Json.write(
                            Map.of(CONTENT, Json.write(all, Json.Style.PLAIN)), Json.Style.PLAIN));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            warn(file, "facts cannot be kept in it");
        }
    }

    @Override
    public void forget(String host) {
        try {
            Files.deleteIfExists(file(host));
        } catch (IOException e) {
            warn(file(host), "it cannot be removed, and facts in it will count again");
        }
    }

    private void warn(Path file, String message) {
        warnings.accept(
                Diagnostic.warning(
                        Location.of(file.toString()), 1, "fact cache: " + file + ": " + message));
    }
}
