package jplay.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.playbook.Play;
import jplay.task.keyword.Overlay;
import jplay.template.Scope;
import jplay.template.TemplateException;
import jplay.vars.HostFiles;
import org.jspecify.annotations.Nullable;

/**
 * The {@code vars_files} of a play. Those whose names need no host are read once; from the first
 * other one on each host reads its own. Thread-safe.
 */
final class VarsFiles implements HostFiles {
    private final Play play;
    private final RunParts parts;
    private final LiveController controller;
    private final Map<String, @Nullable Object> extra;
    private final Map<String, Read> ofHosts = new ConcurrentHashMap<>();
    private final Map<Path, Map<String, @Nullable Object>> contents = new ConcurrentHashMap<>();
    private final Map<String, Boolean> missing = new ConcurrentHashMap<>();
    private volatile List<@Nullable Object> own = List.of();

    /**
     * The files of a play.
     *
     * @param extra variables that win over those of files
     */
    VarsFiles(
            Play play,
            RunParts parts,
            LiveController controller,
            Map<String, @Nullable Object> extra) {
        this.play = play;
        this.parts = parts;
        this.controller = controller;
        this.extra = extra;
    }

    /** What was read for a host when this was known about it. */
    private record Read(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> vars) {}

    /** The variables given, and over them those of the files that all hosts share. */
    Map<String, @Nullable Object> shared(
            Map<String, @Nullable Object> before,
            Function<Map<String, @Nullable Object>, Scope> scope) {
        var all = new LinkedHashMap<>(before);
        var entries = play.varsFiles();
        for (var at = 0; at < entries.size(); at++) {
            try {
                all.putAll(read(entries.get(at), scope.apply(all)));
            } catch (TemplateException e) {
                own = entries.subList(at, entries.size());
                break;
            }
        }
        return all;
    }

    @Override
    public boolean any() {
        return !own.isEmpty();
    }

    @Override
    public Map<String, @Nullable Object> of(Seen seen) {
        var known = ofHosts.get(seen.host());
        if (known == null || known.facts() != seen.facts()) {
            known = new Read(seen.facts(), read(seen));
            ofHosts.put(seen.host(), known);
        }
        return known.vars();
    }

    private Map<String, @Nullable Object> read(Seen seen) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : own) {
            var visible = new LinkedHashMap<>(all);
            visible.keySet().removeAll(extra.keySet());
            try {
                all.putAll(read(entry, Overlay.of(seen.scope(), visible)));
            } catch (TemplateException e) {
                if (!e.undefined() || !seen.facts().isEmpty()) {
                    throw new PlaybookException(
                            e.diagnostic().location(),
                            "cannot tell which of vars_files to read: " + e.getMessage());
                }
                // the facts are not known yet
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * One entry: a file, or several of which the first that exists is read. One that is not there
     * counts for nothing; where its name is no template the loader has told so.
     */
    private Map<String, @Nullable Object> read(@Nullable Object entry, Scope scope) {
        var candidates =
                entry instanceof List<?> several ? several : Collections.singletonList(entry);
        for (var candidate : candidates) {
            var name = String.valueOf(parts.templar().render(candidate, scope));
            var found =
                    Stream.of(folder().resolve("vars").resolve(name), folder().resolve(name))
                            .filter(Files::exists)
                            .findFirst();
            if (found.isPresent()) {
                return contents.computeIfAbsent(found.get(), controller::variables);
            }
            if (candidate == candidates.getLast() && !(entry instanceof String)) {
                warn(folder().resolve(name));
            }
        }
        return Map.of();
    }

    private void warn(Path path) {
        if (missing.putIfAbsent(path.toString(), true) == null) {
            parts.callback()
                    .warned(
                            Diagnostic.warning(
                                    play.location(),
                                    1,
                                    "vars_files: there is no file '%s'".formatted(path)));
        }
    }

    private Path folder() {
        return Optional.ofNullable(play.file().toAbsolutePath().normalize().getParent())
                .orElse(Path.of("."));
    }
}
