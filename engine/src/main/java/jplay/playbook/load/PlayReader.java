package jplay.playbook.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.playbook.Directives;
import jplay.playbook.Node;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.playbook.syntax.KeywordCheck;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads one play.
 *
 * @param file the playbook it stands in
 * @param imported what the {@code import_playbook}s around it give it
 */
record PlayReader(Library library, Path file, Directives imported, Findings findings) {
    Play read(Mapping mapping) {
        var name = name(mapping);
        var place = mapping.location().source() + ":" + mapping.location().line();
        var inside = findings.within("play '" + name + "' (" + place + ")");
        new KeywordCheck(Holder.PLAY, inside).all(mapping);
        new PlayCheck(library, file, inside).check(mapping);
        return play(mapping, name, own(mapping), inside);
    }

    private Play play(Mapping mapping, String name, Directives own, Findings inside) {
        var scope = new PlayScope(file);
        scope.names().putAll(own.vars());
        scope.names().putAll(library.options().extraVars());
        var here = Surroundings.of(file, inheritedFrom(own), scope, inside);
        var roles = roles(mapping, here);
        var tasks = new TaskListReader(library, here);
        var sections =
                Stream.of("pre_tasks", "tasks", "post_tasks")
                        .map(section -> tasks.section(mapping, section))
                        .toList();
        var handlers = handlers(mapping, here, roles);
        HandlerCheck.check(library.options(), scope, handlers);
        return new Play(
                mapping.location(),
                name,
                file,
                DirectivesReader.value(mapping, "hosts"),
                own,
                options(mapping),
                DirectivesReader.values(mapping, "vars_files"),
                DirectivesReader.values(mapping, "vars_prompt"),
                all(roles, scope),
                sections.get(0),
                roles.stream().<Node>flatMap(role -> role.blocks().stream()).toList(),
                sections.get(1),
                sections.get(2),
                handlers);
    }

    private static String name(Mapping mapping) {
        return DirectivesReader.text(mapping, "name")
                .orElseGet(() ->
                        DirectivesReader.values(mapping, "hosts").stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
    }

    /** What was written on the play, with the variables and tags of its imports. */
    private Directives own(Mapping mapping) {
        var written = DirectivesReader.own(mapping, Holder.PLAY);
        var settings = new LinkedHashMap<>(imported.settings());
        settings.putAll(written.settings());
        mapping.get("user")
                .ifPresent(user ->
                        settings.putIfAbsent(
                                "remote_user",
                                new Directives.Setting(user.value(), user.location())));
        var vars = new LinkedHashMap<>(written.vars());
        vars.putAll(imported.vars());
        var tags = new ArrayList<@Nullable Object>(imported.tags());
        tags.addAll(written.tags());
        return new Directives(
                List.of(), tags, vars, written.environment(), written.moduleDefaults(), settings);
    }

    /** Tasks also get the conditions of imports, but the variables of the play are not theirs. */
    private Directives inheritedFrom(Directives own) {
        return new Directives(
                imported.when(),
                own.tags(),
                Map.of(),
                own.environment(),
                own.moduleDefaults(),
                own.settings());
    }

    private List<LoadedRole> roles(Mapping mapping, Surroundings here) {
        if (!(mapping.get("roles").orElse(null) instanceof Sequence list)) {
            return List.of();
        }
        var roles = new ArrayList<LoadedRole>();
        for (var item : list.items()) {
            new RoleEntryReader(library, here, List.of()).load(item).ifPresent(roles::add);
        }
        return roles;
    }

    /**
     * Those of the roles, then the play's own, then those of imported roles; of equal roles once.
     */
    private List<Task> handlers(Mapping mapping, Surroundings here, List<LoadedRole> roles) {
        var handlers = new ArrayList<Task>();
        roles.stream()
                .flatMap(role -> role.handlers().stream())
                .filter(handler -> handlers.stream().noneMatch(other -> isSame(other, handler)))
                .forEach(handlers::add);
        handlers.addAll(
                TaskListReader.handlers(
                        new TaskListReader(library, here.asHandlers())
                                .section(mapping, "handlers")));
        handlers.addAll(here.play().importedHandlers());
        return handlers;
    }

    private static boolean isSame(Task one, Task other) {
        return one.location().equals(other.location()) && one.role().equals(other.role());
    }

    private static List<Role> all(List<LoadedRole> roles, PlayScope scope) {
        var all = new ArrayList<Role>();
        roles.forEach(role -> all.addAll(role.all()));
        all.addAll(scope.importedRoles());
        return all;
    }

    private static Play.Options options(Mapping mapping) {
        return new Play.Options(
                DirectivesReader.value(mapping, "gather_facts"),
                DirectivesReader.value(mapping, "gather_subset"),
                DirectivesReader.value(mapping, "gather_timeout"),
                DirectivesReader.value(mapping, "fact_path"),
                DirectivesReader.value(mapping, "serial"),
                DirectivesReader.value(mapping, "strategy"),
                DirectivesReader.value(mapping, "max_fail_percentage"),
                DirectivesReader.value(mapping, "order"),
                DirectivesReader.value(mapping, "force_handlers"));
    }
}
