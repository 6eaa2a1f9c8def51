package jplay.inventory;

import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.PlaybookException;
import jplay.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inventory in YAML form: groups with {@code hosts}, {@code vars} and {@code children}.
 */
final class YamlSource {
    private final Enrolment enrolment;

    YamlSource(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    /**
     * Reads a document. @throws PlaybookException at the first thing that is wrong; what stands
     * before it counts
     */
    void read(YamlNode document) {
        mapping(document, "an inventory").entries().forEach(this::group);
    }

    private Optional<Group> group(YamlNode.Entry entry) {
        var name = entry.key().text();
        var place = entry.key().location();
        if (empty(entry.value())) {
            return Optional.of(enrolment.group(name, place));
        }
        if (!(entry.value() instanceof YamlNode.Mapping body)) {
            enrolment.warn(
                    entry.value().location(),
                    "group '"
                            + name
                            + "': got "
                            + entry.value().description()
                            + ", want a mapping with hosts, vars or children; it is skipped");
            return Optional.empty();
        }
        var group = enrolment.group(name, place);
        body.entries().forEach(section -> section(group, section));
        return Optional.of(group);
    }

    private void section(Group group, YamlNode.Entry section) {
        switch (section.key().text()) {
            case "vars" ->
                    members(section)
                            .ifPresent(vars ->
                                    enrolment.groupVars(
                                            group,
                                            VariableFile.byName(vars),
                                            section.value().location()));
            case "children" -> members(section).ifPresent(each -> children(group, each));
            case "hosts" -> hosts(group, section);
            default ->
                    enrolment.warn(
                            section.key().location(),
                            "Skipping unexpected key ("
                                    + section.key().text()
                                    + ") in group ("
                                    + group.name()
                                    + "), only \"vars\", \"children\" and \"hosts\" are valid");
        }
    }

    private void children(Group group, YamlNode.Mapping children) {
        for (var child : children.entries()) {
            group(child).ifPresent(made -> enrolment.child(group, made, child.key().location()));
        }
    }

    private void hosts(Group group, YamlNode.Entry section) {
        if (section.value() instanceof YamlNode.Scalar scalar
                && scalar.resolved() instanceof String name) {
            enrolment.hosts(name, group, Map.of(), scalar.location());
            return;
        }
        members(section)
                .ifPresent(hosts ->
                        hosts.entries()
                                .forEach(host -> {
                                    var vars =
                                            empty(host.value())
                                                    ? Map.<String, @Nullable Object>of()
                                                    : VariableFile.byName(
                                                            mapping(
                                                                    host.value(),
                                                                    "host '"
                                                                            + host.key().text()
                                                                            + "'"));
                                    enrolment.hosts(
                                            host.key().text(), group, vars, host.key().location());
                                }));
    }

    private static Optional<YamlNode.Mapping> members(YamlNode.Entry section) {
        return empty(section.value())
                ? Optional.empty()
                : Optional.of(mapping(section.value(), "'" + section.key().text() + "'"));
    }

    private static boolean empty(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.resolved() == null;
    }

    private static YamlNode.Mapping mapping(YamlNode node, String what) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new PlaybookException(
                node.location(), what + ": got " + node.description() + ", want a mapping");
    }
}
