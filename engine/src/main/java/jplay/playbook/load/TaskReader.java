package jplay.playbook.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.playbook.Node;
import jplay.playbook.Task;
import jplay.playbook.load.PlayScope.Notification;
import jplay.playbook.syntax.Action;
import jplay.playbook.syntax.ActionReader;
import jplay.playbook.syntax.ArgumentCheck;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.playbook.syntax.KeywordCheck;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads one task or handler, or what a static import puts in its place. */
record TaskReader(Library library, Surroundings around) {
    private static final Set<String> LOOP_CONTROL =
            Set.of(
                    "loop_var",
                    "index_var",
                    "label",
                    "pause",
                    "extended",
                    "extended_allitems",
                    "break_when");
    private static final Set<String> LOOP_KEYWORDS =
            Set.of("loop", "until", "register", "retries", "async");

    Optional<Node> read(Mapping mapping) {
        var here = around.within(step(mapping));
        var findings = here.findings();
        var holder = here.handlers() ? Holder.HANDLER : Holder.TASK;
        var others = new ArrayList<>(new KeywordCheck(holder, findings).others(mapping));
        var loops =
                others.stream().filter(entry -> entry.key().text().startsWith("with_")).toList();
        others.removeAll(loops);
        var loop = loop(mapping, loops, findings);
        register(mapping, findings);
        var action =
                new ActionReader(library.options().modules(), holder, findings)
                        .read(mapping, others);
        return action.flatMap(found ->
                switch (found.shortName()) {
                    case "import_tasks", "import_role" -> imported(mapping, found, here);
                    default -> Optional.of(task(mapping, found, loop, here));
                });
    }

    private static String step(Mapping mapping) {
        return DirectivesReader.text(mapping, "name")
                .map(name -> "task '" + name + "'")
                .orElse("task at line " + mapping.location().line());
    }

    private Optional<Node> imported(Mapping mapping, Action action, Surroundings here) {
        for (var entry : mapping.entries()) {
            var keyword = entry.key().text();
            if (LOOP_KEYWORDS.contains(keyword) || keyword.startsWith("with_")) {
                var dynamic = action.shortName().replace("import", "include");
                here.findings()
                        .error(
                                entry.key(),
                                "'"
                                        + keyword
                                        + "' does not work with "
                                        + action.name()
                                        + ", use "
                                        + dynamic);
                return Optional.empty();
            }
        }
        var directives =
                DirectivesReader.own(mapping, here.handlers() ? Holder.HANDLER : Holder.TASK);
        var inside = here.inside(directives, DirectivesReader.items(mapping, "notify"));
        return new StaticImport(library, inside, mapping).read(action);
    }

    private Task task(
            Mapping mapping, Action action, Optional<Task.LoopSource> loop, Surroundings here) {
        var holder = here.handlers() ? Holder.HANDLER : Holder.TASK;
        var directives = here.directives().inner(DirectivesReader.own(mapping, holder));
        if (Set.of("include_tasks", "include_role").contains(action.shortName())) {
            included(action, here);
        }
        new ArgumentCheck(here.findings()).check(action, directives);
        return new Task(
                mapping.location(),
                DirectivesReader.value(mapping, "name"),
                action.name(),
                action.arguments(),
                action.template(),
                action.valuePlaces(),
                directives,
                control(mapping, action, loop, here),
                DirectivesReader.values(mapping, "listen"),
                here.role(),
                here.file());
    }

    private static void included(Action action, Surroundings here) {
        here.play().includes();
        if (here.handlers() && action.shortName().equals("include_role")) {
            here.findings().error(action.key(), "a role cannot be a handler");
        }
    }

    private static Task.Control control(
            Mapping mapping, Action action, Optional<Task.LoopSource> loop, Surroundings here) {
        var delegate = DirectivesReader.value(mapping, "delegate_to");
        return new Task.Control(
                loop,
                DirectivesReader.value(mapping, "register"),
                DirectivesReader.value(mapping, "until"),
                DirectivesReader.value(mapping, "retries"),
                DirectivesReader.value(mapping, "delay"),
                DirectivesReader.value(mapping, "changed_when"),
                DirectivesReader.value(mapping, "failed_when"),
                notifies(mapping, here),
                DirectivesReader.value(mapping, "async"),
                DirectivesReader.value(mapping, "poll"),
                action.local() && delegate == null ? "localhost" : delegate,
                DirectivesReader.value(mapping, "delegate_facts"),
                DirectivesReader.variables(mapping, "vars"),
                here.directives());
    }

    private static List<@Nullable Object> notifies(Mapping mapping, Surroundings here) {
        var nodes = new ArrayList<>(here.notifies());
        nodes.addAll(DirectivesReader.items(mapping, "notify"));
        var names = new ArrayList<@Nullable Object>();
        for (YamlNode node : nodes) {
            names.add(node.value());
            if (node instanceof Scalar name && !(name.value() instanceof TemplateString)) {
                here.play()
                        .notifications()
                        .add(new Notification(name.text(), name, here.findings()));
            }
        }
        return names;
    }

    private static void register(Mapping mapping, Findings findings) {
        mapping.get("register")
                .filter(node ->
                        node instanceof Scalar name && !name.text().matches("[A-Za-z_]\\w*"))
                .ifPresent(node ->
                        findings.error(node, KeywordCheck.invalidName(((Scalar) node).text())));
    }

    private static Optional<Task.LoopSource> loop(
            Mapping mapping, List<Entry> withs, Findings findings) {
        var control = loopControl(mapping, findings);
        var all =
                new ArrayList<>(
                        mapping.entries().stream()
                                .filter(entry -> entry.key().text().equals("loop"))
                                .toList());
        all.addAll(withs);
        if (all.size() > 1) {
            findings.error(
                    all.get(1).key(),
                    "'"
                            + all.getFirst().key().text()
                            + "' and '"
                            + all.get(1).key().text()
                            + "' in one task, want one loop");
        }
        return all.stream()
                .findFirst()
                .map(entry ->
                        new Task.LoopSource(
                                entry.key().text().replaceFirst("^with_", ""),
                                entry.value().value(),
                                entry.value().location(),
                                control));
    }

    private static Map<String, @Nullable Object> loopControl(Mapping mapping, Findings findings) {
        if (mapping.get("loop_control").orElse(null) instanceof Mapping control) {
            control.entries().stream()
                    .map(Entry::key)
                    .filter(key -> !LOOP_CONTROL.contains(key.text()))
                    .forEach(key ->
                            findings.error(
                                    key,
                                    "unknown keyword '"
                                            + key.text()
                                            + "' of loop_control"
                                            + Spelling.didYouMean(key.text(), LOOP_CONTROL)));
        }
        return DirectivesReader.variables(mapping, "loop_control");
    }
}
