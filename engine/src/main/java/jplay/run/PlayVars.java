package jplay.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.PlaybookException;
import jplay.playbook.Play;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import jplay.vars.Variables;
import org.jspecify.annotations.Nullable;

/** Brings together the variables of a play: its {@code vars}, what it asks for, and its files. */
final class PlayVars {
    private final Play play;
    private final Variables variables;
    private final Templar templar;
    private final LiveController controller;

    PlayVars(Play play, Variables variables, Templar templar, LiveController controller) {
        this.play = play;
        this.variables = variables;
        this.templar = templar;
        this.controller = controller;
    }

    /** All of them; {@code extra} ones are not asked for. */
    Map<String, @Nullable Object> collect(Map<String, @Nullable Object> extra) {
        var all = new LinkedHashMap<>(play.directives().vars());
        for (var prompt : play.varsPrompt()) {
            if (prompt instanceof Map<?, ?> asked) {
                ask(asked, extra, all);
            }
        }
        for (var file : play.varsFiles()) {
            all.putAll(read(file, scope(all)));
        }
        return all;
    }

    private Scope scope(Map<String, @Nullable Object> vars) {
        return variables.play(play, Collections.unmodifiableMap(new LinkedHashMap<>(vars)));
    }

    private void ask(
            Map<?, ?> asked,
            Map<String, @Nullable Object> extra,
            Map<String, @Nullable Object> all) {
        var name = String.valueOf(asked.get("name"));
        if (extra.containsKey(name)) {
            return;
        }
        var scope = scope(all);
        var standard = templar.render(asked.get("default"), scope);
        var text =
                String.valueOf(
                        asked.get("prompt") == null
                                ? name
                                : templar.render(asked.get("prompt"), scope));
        var hint = standard == null ? ": " : " [" + standard + "]: ";
        var hidden = !Boolean.FALSE.equals(asked.get("private"));
        var answer =
                controller
                        .ask(text + hint, !hidden, Optional.empty())
                        .filter(line -> !line.isEmpty());
        if (answer.isPresent() && Boolean.TRUE.equals(asked.get("confirm"))) {
            var again = controller.ask("confirm " + text + hint, !hidden, Optional.empty());
            if (!answer.equals(again)) {
                controller.say("***** VALUES ENTERED DO NOT MATCH ****");
                ask(asked, extra, all);
                return;
            }
        }
        all.put(name, answer.<Object>map(line -> line).orElse(standard));
    }

    /**
     * One entry of {@code vars_files}: a file, or several of which the first that exists is read.
     */
    private Map<String, @Nullable Object> read(@Nullable Object entry, Scope scope) {
        var candidates =
                entry instanceof List<?> several ? several : Collections.singletonList(entry);
        for (var candidate : candidates) {
            var path = path(candidate, scope);
            if (path.filter(Files::exists).isPresent()) {
                return controller.variables(path.get());
            }
        }
        if (candidates.stream().allMatch(candidate -> path(candidate, scope).isEmpty())) {
            return Map.of();
        }
        throw new PlaybookException(
                play.location(),
                "vars file " + candidates.getFirst() + " was not found, searched in " + folder());
    }

    /** Empty when the name needs a variable that only hosts have. */
    private Optional<Path> path(@Nullable Object written, Scope scope) {
        try {
            return Optional.of(folder().resolve(String.valueOf(templar.render(written, scope))));
        } catch (TemplateException e) {
            if (e.undefined()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Path folder() {
        return Optional.ofNullable(play.file().toAbsolutePath().normalize().getParent())
                .orElse(Path.of("."));
    }
}
