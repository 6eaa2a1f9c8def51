package jplay.playbook.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.Directives;
import jplay.playbook.Task;
import jplay.playbook.syntax.DirectivesReader;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import org.jspecify.annotations.Nullable;

/** The task that a role with a specification of its arguments begins with. */
record RoleArguments(RoleFiles files, Surroundings own) {
    /** The task; empty when nothing is specified for the tasks that were asked for. */
    Optional<Task> check(RoleRequest request, Optional<Mapping> meta) {
        var point = request.tasksFrom().orElse("main");
        return files.argumentSpecs(meta)
                .flatMap(all -> all.get(point))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .map(spec -> task(point, spec));
    }

    private Task task(String point, Mapping spec) {
        var options = spec.get("options").filter(node -> !DirectivesReader.isNothing(node));
        if (options.isPresent() && !(options.get() instanceof Mapping)) {
            files.findings()
                    .error(
                            options.get(),
                            "'options' wants a mapping of arguments, got "
                                    + options.get().description());
        }
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        arguments.put("argument_spec", options.map(YamlNode::value).orElse(Map.of()));
        arguments.put("provided_arguments", Map.of());
        arguments.put("validate_args_context", context(point));
        var place = options.map(YamlNode::location).orElse(spec.location());
        return new Task(
                place,
                "Validating arguments against arg spec '" + point + "'" + description(spec),
                "ansible.builtin.validate_argument_spec",
                arguments,
                null,
                Map.of("argument_spec", place),
                always(own.directives()),
                Task.Control.NONE,
                List.of(),
                own.role(),
                own.file());
    }

    private static String description(Mapping spec) {
        return spec.get("short_description")
                .map(YamlNode::value)
                .map(text -> " - " + text)
                .orElse("");
    }

    private Map<String, @Nullable Object> context(String point) {
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("type", "role");
        context.put("name", own.role().orElseThrow().name());
        context.put("argument_spec_name", point);
        context.put("path", own.role().orElseThrow().folder().toString());
        return context;
    }

    private static Directives always(Directives around) {
        var tags = new ArrayList<@Nullable Object>(around.tags());
        tags.add("always");
        return new Directives(
                around.when(),
                tags,
                around.vars(),
                around.environment(),
                around.moduleDefaults(),
                around.settings());
    }
}
