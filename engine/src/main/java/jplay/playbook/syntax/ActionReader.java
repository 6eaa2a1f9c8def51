package jplay.playbook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.diagnostic.Spelling;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;

/** Finds the module of a task and its arguments in all the forms they may be written. */
public record ActionReader(ModuleCatalog modules, Holder holder, Findings findings) {
    private static final Set<String> EXPLICIT = Set.of("action", "local_action");

    /** Handled while loading; no catalog needs to know them. */
    private static final Set<String> STATIC = Set.of("import_tasks", "import_role", "include");

    /**
     * The action of a task; empty when there is none, and then it was reported.
     *
     * @param others the entries of the task that are no keywords
     */
    public Optional<Action> read(Mapping task, List<Entry> others) {
        var explicit =
                task.entries().stream()
                        .filter(entry -> EXPLICIT.contains(entry.key().text()))
                        .toList();
        var written = new ArrayList<WrittenAction>();
        others.stream()
                .filter(entry -> isKnown(entry.key().text()))
                .map(WrittenAction::key)
                .forEach(written::add);
        explicit.forEach(entry -> explicit(entry).ifPresent(written::add));
        var unknown = others.stream().filter(entry -> !isKnown(entry.key().text())).toList();
        unknown.forEach(entry -> unknown(entry.key(), !written.isEmpty()));
        if (written.isEmpty() && unknown.isEmpty() && explicit.isEmpty()) {
            findings.error(task.location(), 1, "the task has no module");
        }
        if (written.size() > 1) {
            var second = written.get(1);
            findings.error(
                    second.key(),
                    "conflicting modules '%s' and '%s', want one per task"
                            .formatted(written.getFirst().name(), second.name()));
            return Optional.empty();
        }
        return written.stream().findFirst().map(only -> action(only, task));
    }

    private Optional<WrittenAction> explicit(Entry entry) {
        var written = WrittenAction.explicit(entry);
        if (written.isPresent()) {
            return named(written.get());
        }
        findings.error(
                entry.value(),
                "'%s' wants a module, got %s"
                        .formatted(entry.key().text(), entry.value().description()));
        return Optional.empty();
    }

    private Optional<WrittenAction> named(WrittenAction written) {
        if (isKnown(written.name()) || TemplateString.isTemplate(written.name())) {
            return Optional.of(written);
        }
        findings.error(
                written.key().location(), written.name().length(), unknownModule(written.name()));
        return Optional.empty();
    }

    private void unknown(Scalar key, boolean hasModule) {
        var name = key.text();
        var known = Keywords.of(holder).keySet();
        var keyword =
                !name.contains(".")
                        && (hasModule
                                || !Keywords.homes(name).isEmpty()
                                || Spelling.nearest(name, known).isPresent());
        if (keyword && (hasModule || Spelling.nearest(name, moduleNames()).isEmpty())) {
            new KeywordCheck(holder, findings).unknown(key);
            return;
        }
        findings.error(key, unknownModule(name));
    }

    private String unknownModule(String name) {
        return "unknown module '" + name + "'" + Spelling.didYouMean(name, moduleNames());
    }

    private Set<String> moduleNames() {
        return Stream.concat(
                        modules.names().stream(),
                        Stream.of("ansible.builtin.import_tasks", "ansible.builtin.import_role"))
                .flatMap(name -> Stream.of(name, Action.shortName(name)))
                .collect(Collectors.toSet());
    }

    private boolean isKnown(String name) {
        return STATIC.contains(Action.shortName(name)) || spec(name).isPresent();
    }

    private Optional<ArgsSpec<?>> spec(String name) {
        if (STATIC.contains(Action.shortName(name))) {
            return Optional.empty();
        }
        return modules.find(name)
                .or(() ->
                        modules.find(
                                name.replaceFirst("^ansible\\.legacy\\.", "ansible.builtin.")));
    }

    private Action action(WrittenAction written, Mapping task) {
        var legacy = Action.shortName(written.name()).equals("include");
        if (legacy) {
            findings.deprecation(
                    written.key(), "'include' is old, write 'include_tasks' or 'import_tasks'");
        }
        var name = legacy ? "ansible.builtin.include_tasks" : written.name();
        var spec = spec(name);
        var arguments = new ArgumentsReader(name, spec, findings);
        task.get("args").ifPresent(arguments::addArgs);
        arguments.add(written.value());
        return new Action(
                name,
                written.key(),
                arguments.values(),
                arguments.template(),
                arguments.places(),
                arguments.readable() ? spec : Optional.empty(),
                written.local());
    }
}
