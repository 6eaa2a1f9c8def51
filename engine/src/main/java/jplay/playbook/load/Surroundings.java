package jplay.playbook.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.playbook.Directives;
import jplay.playbook.Role;
import jplay.playbook.syntax.Findings;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * What tasks stand in while they are read.
 *
 * @param file the file they stand in
 * @param directives what they inherit
 * @param notifies what the blocks around them notify
 * @param role the role they belong to
 * @param handlers whether they are handlers
 * @param importing the files and roles that are being imported, outermost first
 * @param play the play they belong to
 * @param findings takes problems
 */
record Surroundings(
        Path file,
        Directives directives,
        List<YamlNode> notifies,
        Optional<Role> role,
        boolean handlers,
        List<Path> importing,
        PlayScope play,
        Findings findings) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Tasks of a file in the same play. */
    static Surroundings of(Path file, Directives directives, PlayScope play, Findings findings) {
        return new Surroundings(
                file, directives, List.of(), Optional.empty(), false, List.of(), play, findings);
    }

    /** The roles around, outermost first. */
    List<Role> around() {
        return role.map(Role::withAround).orElse(List.of());
    }

    Surroundings inside(Directives own, List<YamlNode> moreNotifies) {
        var all = new ArrayList<>(notifies);
        all.addAll(moreNotifies);
        return new Surroundings(
                file, directives.inner(own), all, role, handlers, importing, play, findings);
    }

    Surroundings within(String step) {
        return new Surroundings(
                file, directives, notifies, role, handlers, importing, play, findings.within(step));
    }

    Surroundings inFile(Path other) {
        var stack = new ArrayList<>(importing);
        stack.add(other);
        return new Surroundings(other, directives, notifies, role, handlers, stack, play, findings);
    }

    Surroundings inRole(Role other, Path folder) {
        var stack = new ArrayList<>(importing);
        stack.add(folder);
        return new Surroundings(
                file, directives, notifies, Optional.of(other), handlers, stack, play, findings);
    }

    Surroundings importing(List<Path> stack) {
        return new Surroundings(file, directives, notifies, role, handlers, stack, play, findings);
    }

    Surroundings asHandlers() {
        return new Surroundings(file, directives, List.of(), role, true, importing, play, findings);
    }

    /** The text with what is known before the run put in; empty when it needs the run. */
    Optional<String> known(String text) {
        var missing = new ArrayList<String>();
        var known =
                VARIABLE.matcher(text)
                        .replaceAll(match -> {
                            var value = variable(match.group(1));
                            value.ifPresentOrElse(_ -> {}, () -> missing.add(match.group(1)));
                            return Matcher.quoteReplacement(value.orElse(""));
                        });
        return missing.isEmpty() && !TemplateString.isTemplate(known)
                ? Optional.of(known)
                : Optional.empty();
    }

    private Optional<String> variable(String name) {
        var value =
                switch (name) {
                    case "playbook_dir" -> play.folder();
                    case "role_path" -> role.map(Role::folder).orElse(null);
                    case "role_name" -> role.map(Role::name).orElse(null);
                    default ->
                            directives
                                    .vars()
                                    .getOrDefault(
                                            name,
                                            ofRoles().getOrDefault(name, play.names().get(name)));
                };
        return value == null || value instanceof TemplateString || value instanceof Map<?, ?>
                ? Optional.empty()
                : Optional.of(value.toString());
    }

    private Map<String, @Nullable Object> ofRoles() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        around().forEach(each -> all.putAll(each.defaults()));
        around().forEach(each -> {
            all.putAll(each.vars());
            all.putAll(each.given().vars());
        });
        around().forEach(each -> all.putAll(each.given().parameters()));
        return all;
    }

    /** Where files of tasks are looked for, nearest first. */
    List<Path> taskFolders() {
        var folders = new LinkedHashSet<Path>();
        folders.add(file.toAbsolutePath().getParent());
        role.ifPresent(found -> folders.add(found.folder().resolve("tasks").toAbsolutePath()));
        folders.add(play.folder());
        return List.copyOf(folders);
    }

    /** A file of tasks by the name that was written. */
    Optional<Path> taskFile(String name) {
        return taskFolders().stream()
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
