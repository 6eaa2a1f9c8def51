package jplay.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.Play;
import jplay.template.Scope;
import jplay.template.Templar;
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
    Map<String, @Nullable Object> collect(Map<String, @Nullable Object> extra, VarsFiles files) {
        var all = new LinkedHashMap<>(play.directives().vars());
        for (var prompt : play.varsPrompt()) {
            if (prompt instanceof Map<?, ?> asked) {
                ask(asked, extra, all);
            }
        }
        return files.shared(all, this::scope);
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
}
