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
import jplay.yaml.YamlNode;

/** Finds the module of a task and its arguments in all the forms they may be written. */
public record ActionReader(ModuleCatalog modules, Holder holder, Findings findings) {
    /** Handled while loading; no catalog needs to know them. */
    private static final Set<String> STATIC = Set.of("import_tasks", "import_role", "include");

    /** A module as written, before its arguments are looked at. */
    private record Written(String name, Scalar key, YamlNode value, boolean local) {}

    /**
     * The action of a task; empty when there is none, and then it was reported.
     *
     * @param others the entries of the task that are no keywords
     */
    public Optional<Action> read(Mapping task, List<Entry> others) {
        var written = new ArrayList<Written>();
        var unknown = new ArrayList<Entry>();
        for (var entry : others) {
            if (isKnown(entry.key().text())) {
                written.add(new Written(entry.key().text(), entry.key(), entry.value(), false));
            } else {
                unknown.add(entry);
            }
        }
        for (var entry : task.entries()) {
            if (Set.of("action", "local_action").contains(entry.key().text())) {
                explicit(entry).ifPresent(written::add);
            }
        }
        unknown.forEach(entry -> unknown(entry.key(), !written.isEmpty()));
        if (written.isEmpty()) {
            if (unknown.isEmpty() && task.get("action").isEmpty() && task.get("local_action").isEmpty()) {
                findings.error(task.location(), 1, "the task has no module");
            }
            return Optional.empty();
        }
        if (written.size() > 1) {
            var second = written.get(1);
            findings.error(second.key(), "conflicting modules '" + written.getFirst().name() + "' and '"
                    + second.name() + "', want one per task");
            return Optional.empty();
        }
        return Optional.of(action(written.getFirst(), task));
    }

    /** Reads {@code action: copy src=a} and {@code action: {module: copy, src: a}}. */
    private Optional<Written> explicit(Entry entry) {
        var local = entry.key().text().equals("local_action");
        var name = entry.value() instanceof Mapping mapping
                ? mapping.get("module").filter(Scalar.class::isInstance).map(Scalar.class::cast)
                : Optional.of(entry.value()).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        if (name.isEmpty() || name.get().text().isBlank()) {
            findings.error(entry.value(), "'" + entry.key().text() + "' wants a module, got " + entry.value().description());
            return Optional.empty();
        }
        var key = name.get();
        if (entry.value() instanceof Mapping mapping) {
            var rest = mapping.entries().stream()
                    .filter(argument -> !argument.key().text().equals("module"))
                    .toList();
            return named(new Written(key.text(), key, new Mapping(mapping.location(), rest), local));
        }
        var text = key.text().strip();
        var module = TemplateString.isTemplate(text) ? text : text.split("\\s", 2)[0];
        var rest = text.substring(module.length()).strip();
        var offset = key.text().length() - rest.length();
        var value = new Scalar(
                key.location().plus(0, offset), rest, rest.isEmpty() ? null : rest, key.trusted(), key.quoted());
        return named(new Written(module, key, value, local));
    }

    private Optional<Written> named(Written written) {
        if (isKnown(written.name()) || TemplateString.isTemplate(written.name())) {
            return Optional.of(written);
        }
        findings.error(written.key().location(), written.name().length(), unknownModule(written.name()));
        return Optional.empty();
    }

    private void unknown(Scalar key, boolean hasModule) {
        var name = key.text();
        var known = Keywords.of(holder).keySet();
        var keyword = !name.contains(".")
                && (hasModule || !Keywords.homes(name).isEmpty() || Spelling.nearest(name, known).isPresent());
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
        return Stream.concat(modules.names().stream(), Stream.of("ansible.builtin.import_tasks", "ansible.builtin.import_role"))
                .flatMap(name -> Stream.of(name, Action.shortName(name)))
                .collect(Collectors.toSet());
    }

    private boolean isKnown(String name) {
        return STATIC.contains(Action.shortName(name)) || spec(name).isPresent();
    }

    private Optional<ArgsSpec<?>> spec(String name) {
        return modules.find(name).or(() -> modules.find(name.replaceFirst("^ansible\\.legacy\\.", "ansible.builtin.")));
    }

    private Action action(Written written, Mapping task) {
        var legacy = Action.shortName(written.name()).equals("include");
        if (legacy) {
            findings.deprecation(written.key(), "'include' is old, write 'include_tasks' or 'import_tasks'");
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
