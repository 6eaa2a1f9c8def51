package jplay.playbook.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.playbook.Directives;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.value.Layout;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A task that brings others while the play runs.
 *
 * @param place where its name or file stands
 * @param name the task's name, for messages
 * @param file the file it stands in
 * @param role the role it belongs to
 * @param playbook the playbook of the play
 * @param handler whether it is a handler
 * @param directives what the included tasks inherit
 * @param names variables that names of imported files may be made of
 */
public record Inclusion(
        Location place,
        String name,
        Path file,
        Optional<Role> role,
        Path playbook,
        boolean handler,
        Directives directives,
        Map<String, @Nullable Object> names) {
    /**
     * An {@code include_tasks} or {@code include_role}.
     *
     * @param apply the rendered argument {@code apply}; empty when there is none
     */
    public static Inclusion of(
            Task task, Map<String, ? extends @Nullable Object> apply, Play play) {
        var places = task.argumentLocations();
        var place = places.getOrDefault("file", places.getOrDefault("name", task.location()));
        var given = applied(apply, places.getOrDefault("apply", place));
        var names = new LinkedHashMap<>(play.directives().vars());
        names.putAll(task.control().vars());
        return new Inclusion(
                place,
                task.name() == null ? task.action() : task.name().toString(),
                task.file(),
                task.role(),
                play.file(),
                isHandler(task, play),
                task.control().surrounding().inner(given),
                names);
    }

    private static boolean isHandler(Task task, Play play) {
        return play.handlers().stream()
                .anyMatch(handler -> handler.location().equals(task.location()));
    }

    private static Directives applied(
            Map<String, ? extends @Nullable Object> apply, Location place) {
        var entries =
                apply.entrySet().stream()
                        .map(entry ->
                                new YamlNode.Entry(
                                        Given.key(entry.getKey(), place),
                                        Given.node(entry.getValue(), place)))
                        .toList();
        return DirectivesReader.own(new Mapping(place, entries), Holder.APPLY);
    }

    Surroundings surroundings(Problems problems) {
        var findings = new Findings(problems, List.of("task '" + name + "'"));
        var play = new PlayScope(playbook);
        play.names().putAll(names);
        var around = Surroundings.of(file, directives, play, findings);
        var inRole =
                new Surroundings(
                        file,
                        directives,
                        List.of(),
                        role,
                        false,
                        List.of(),
                        around.play(),
                        findings);
        return handler ? inRole.asHandlers() : inRole;
    }

    /** Values that were rendered, as nodes of one place. */
    private static final class Given {
        static YamlNode.Scalar key(String text, Location place) {
            return new YamlNode.Scalar(place, text, text, false, Layout.QUOTED);
        }

        static YamlNode node(@Nullable Object value, Location place) {
            return switch (value) {
                case Map<?, ?> map ->
                        new Mapping(
                                place,
                                map.entrySet().stream()
                                        .map(entry ->
                                                new YamlNode.Entry(
                                                        key(String.valueOf(entry.getKey()), place),
                                                        node(entry.getValue(), place)))
                                        .collect(Collectors.toList()));
                case List<?> list ->
                        new YamlNode.Sequence(
                                place,
                                list.stream()
                                        .map(item -> node(item, place))
                                        .collect(Collectors.toList()));
                case null -> new YamlNode.Scalar(place, "", null, false, Layout.PLAIN);
                default -> new YamlNode.Scalar(place, value.toString(), value, false, Layout.PLAIN);
            };
        }
    }
}
