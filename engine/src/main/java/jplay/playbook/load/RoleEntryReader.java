package jplay.playbook.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.playbook.Directives;
import jplay.playbook.Role;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.KeywordCheck;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads what stands under {@code roles:} and under the dependencies of a role, and loads it. */
record RoleEntryReader(Library library, Surroundings here, List<Role> around) {
    private static final Set<String> OF_GALAXY = Set.of("src", "version", "scm");

    /** The role; empty when there is a mistake that was reported. */
    Optional<LoadedRole> load(YamlNode item) {
        return switch (item) {
            case Scalar scalar when scalar.resolved() instanceof String ->
                    load(scalar, Map.of(), Directives.NONE);
            case Mapping mapping -> load(mapping);
            default -> {
                here.findings().error(item, "want a role, got " + item.description());
                yield Optional.empty();
            }
        };
    }

    private Optional<LoadedRole> load(Mapping mapping) {
        var others = new KeywordCheck(Holder.ROLE, here.findings()).others(mapping);
        var name =
                mapping.get("role")
                        .or(() -> mapping.get("name"))
                        .or(() -> mapping.get("src"))
                        .filter(Scalar.class::isInstance);
        if (name.isEmpty()) {
            here.findings().error(mapping.location(), 1, "the role has no name, want 'role: NAME'");
            return Optional.empty();
        }
        var written = DirectivesReader.own(mapping, Holder.ROLE);
        return load((Scalar) name.get(), parameters(others), written);
    }

    private static Map<String, @Nullable Object> parameters(List<Entry> others) {
        var parameters = new LinkedHashMap<>(DirectivesReader.variables(others));
        parameters.keySet().removeAll(OF_GALAXY);
        return parameters;
    }

    /** Variables given to a role go with the role, because those of blocks in it win over them. */
    private static Directives withoutVars(Directives all) {
        return new Directives(
                all.when(),
                all.tags(),
                Map.of(),
                all.environment(),
                all.moduleDefaults(),
                all.settings());
    }

    private Optional<LoadedRole> load(
            Scalar name, Map<String, @Nullable Object> parameters, Directives written) {
        var known = here.known(name.text());
        if (known.isEmpty()) {
            here.findings()
                    .error(
                            name,
                            "a role needs a name that is known before the run, got '"
                                    + name.text()
                                    + "'; use include_role");
            return Optional.empty();
        }
        var entry =
                new RoleEntry(
                        RoleRequest.of(known.get()), name.location(), parameters, written, around);
        return new RoleLoader(library, here.inside(withoutVars(written), List.of())).load(entry);
    }
}
