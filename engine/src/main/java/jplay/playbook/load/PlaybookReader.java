package jplay.playbook.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import jplay.playbook.Directives;
import jplay.playbook.Play;
import jplay.playbook.syntax.Action;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.playbook.syntax.KeywordCheck;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;

/**
 * Reads a playbook and those it imports.
 *
 * @param file the playbook
 * @param stack the playbooks that are being imported, outermost first, this one included
 * @param imported what the imports around it give to its plays
 */
record PlaybookReader(
        Library library, Path file, List<Path> stack, Directives imported, Findings findings) {
    List<Play> read() {
        var plays = new ArrayList<Play>();
        library.files().read(file, findings.problems()).ifPresent(node -> read(node, plays));
        return plays;
    }

    private void read(YamlNode node, List<Play> plays) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            var got = node instanceof Sequence ? "an empty list" : node.description();
            findings.error(node, "a playbook is a list of plays, got " + got);
            return;
        }
        for (var item : list.items()) {
            if (item instanceof Mapping mapping) {
                play(mapping, plays);
            } else {
                findings.error(item, "want a play, got " + item.description());
            }
        }
    }

    private void play(Mapping mapping, List<Play> plays) {
        var written =
                mapping.entries().stream()
                        .filter(entry ->
                                Action.shortName(entry.key().text()).equals("import_playbook"))
                        .findFirst();
        if (written.isEmpty() && isTask(mapping)) {
            findings.error(
                    mapping.location(),
                    1,
                    "want a play, got a task; put it under 'tasks' of a play with 'hosts'");
            return;
        }
        if (written.isEmpty()) {
            plays.add(new PlayReader(library, file, imported, findings).read(mapping));
            return;
        }
        var others = new KeywordCheck(Holder.IMPORT, findings);
        others.others(mapping).stream()
                .filter(entry -> !entry.equals(written.get()))
                .forEach(entry -> others.unknown(entry.key()));
        if (written.get().value() instanceof Scalar name && name.resolved() instanceof String) {
            playbook(mapping, name, plays);
            return;
        }
        var got = written.get().value().description();
        findings.error(
                written.get().value(), "'import_playbook' wants the name of a file, got " + got);
    }

    private static boolean isTask(Mapping mapping) {
        return Stream.of("hosts", "tasks", "roles", "pre_tasks", "post_tasks", "handlers")
                .allMatch(keyword -> mapping.get(keyword).isEmpty());
    }

    private void playbook(Mapping mapping, Scalar name, List<Play> plays) {
        var scope = new PlayScope(file);
        scope.names().putAll(library.options().extraVars());
        var known = Surroundings.of(file, Directives.NONE, scope, findings).known(name.text());
        if (known.isEmpty()) {
            findings.error(
                    name,
                    "import_playbook needs a name that is known before the run, got '%s'"
                            .formatted(name.text()));
            return;
        }
        var other = scope.folder().resolve(known.get()).normalize();
        if (!Files.isRegularFile(other)) {
            var folder = library.files().shown(scope.folder());
            findings.error(name, "no playbook '%s' in %s".formatted(known.get(), folder));
            return;
        }
        if (stack.contains(other)) {
            findings.error(name, "'" + known.get() + "' imports itself");
            return;
        }
        var place = "import (" + name.location().source() + ":" + name.location().line() + ")";
        plays.addAll(imported(mapping, other, findings.within(place)).read());
    }

    private PlaybookReader imported(Mapping mapping, Path other, Findings inside) {
        var deeper = new ArrayList<>(stack);
        deeper.add(other);
        return new PlaybookReader(library, other, deeper, given(mapping), inside);
    }

    /** Outer imports win over inner ones with their variables. */
    private Directives given(Mapping mapping) {
        var all = imported.inner(DirectivesReader.own(mapping, Holder.IMPORT));
        var vars = new LinkedHashMap<>(DirectivesReader.variables(mapping, "vars"));
        vars.putAll(imported.vars());
        return new Directives(
                all.when(),
                all.tags(),
                vars,
                all.environment(),
                all.moduleDefaults(),
                all.settings());
    }
}
