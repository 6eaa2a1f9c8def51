package jplay.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.config.SettingsReader;
import jplay.config.Surroundings;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.inventory.Inventories;
import jplay.inventory.Inventory;
import jplay.playbook.Directives;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a task sees; whole playbooks with real Ansible's answers are in {@code src/test/playbooks}.
 */
class VariablesTests {
    @TempDir private Path folder;

    private Inventory inventory = new Inventory(List.of(), List.of());
    private final HostVars hostVars = new HostVars();

    /**
     * Every level gives all variables from its own on, so {@code v_LEVEL} tells whether a level
     * above it is missing.
     */
    private static Map<String, @Nullable Object> at(VariablePrecedence level) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        for (var each : VariablePrecedence.values()) {
            if (each.compareTo(level) >= 0) {
                vars.put("v_" + each, level.toString());
            }
        }
        return vars;
    }

    private static String yaml(VariablePrecedence level) {
        var text = new StringBuilder();
        at(level)
                .forEach(
                        (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @BeforeEach
    void writeInventory() throws IOException {
        var hosts = new StringBuilder("h1 ");
        at(VariablePrecedence.INVENTORY_HOST_VARS)
                .forEach((name, value) -> hosts.append(name + "=" + value + " "));
        hosts.append("\nh2 ansible_host=10.0.0.2 ansible_user=bob own=2\nh3\n[g]\nh1\n[g:vars]\n");
        at(VariablePrecedence.INVENTORY_GROUP_VARS)
                .forEach((name, value) -> hosts.append(name + "=" + value + "\n"));
        write("inventory/hosts", hosts.toString());
        write("inventory/group_vars/all", yaml(VariablePrecedence.INVENTORY_GROUP_VARS_ALL_FILES));
        write("group_vars/all.yml", yaml(VariablePrecedence.PLAYBOOK_GROUP_VARS_ALL_FILES));
        write("inventory/group_vars/g.yml", yaml(VariablePrecedence.INVENTORY_GROUP_VARS_FILES));
        write("group_vars/g/main.yaml", yaml(VariablePrecedence.PLAYBOOK_GROUP_VARS_FILES));
        write("inventory/host_vars/h1.yml", yaml(VariablePrecedence.INVENTORY_HOST_VARS_FILES));
        write("host_vars/h1", yaml(VariablePrecedence.PLAYBOOK_HOST_VARS_FILES));
        inventory = Inventories.load(List.of("inventory/hosts"), settings(Map.of()), _ -> {});
    }

    private Settings settings(Map<Setting, String> flags) {
        return new SettingsReader(
                        new Surroundings(folder, folder, folder, Map.of()), new Problems())
                .read(flags);
    }

    private Variables variables(Map<Setting, String> flags, Map<String, @Nullable Object> extra) {
        var settings = settings(flags);
        var run = new RunVars(settings, folder, extra, RunVars.Options.NONE);
        return new Variables(inventory, hostVars, run);
    }

    private static Role role() {
        var parameters = at(VariablePrecedence.ROLE_PARAMETERS);
        return new Role(
                "r",
                Path.of("/roles/r"),
                at(VariablePrecedence.ROLE_DEFAULTS),
                at(VariablePrecedence.ROLE_VARS),
                new Role.Given(Map.of(), parameters, List.of(), List.of(), ""),
                false,
                true,
                List.of(),
                List.of());
    }

    private Task task(Map<String, @Nullable Object> vars, Optional<Role> role) {
        var directives = new Directives(List.of(), List.of(), vars, List.of(), List.of(), Map.of());
        return new Task(
                Location.of("site.yml"),
                null,
                "debug",
                Map.of(),
                null,
                Map.of(),
                directives,
                Task.Control.NONE,
                List.of(),
                role,
                folder.resolve("site.yml"));
    }

    private PlayScope play(Map<String, @Nullable Object> vars, List<Role> published) {
        var options = new Play.Options(null, null, null, null, null, null, null, null, null);
        var play =
                new Play(
                        Location.of("site.yml"),
                        null,
                        folder.resolve("site.yml"),
                        "all",
                        Directives.NONE,
                        options,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return new PlayScope(
                play,
                "a play",
                vars,
                published,
                List.of("h1"),
                List.of("h1", "h2"),
                List.of("h1", "h2"),
                HostFiles.NONE);
    }

    private TaskScope request(PlayScope play, Task task) {
        return TaskScope.of(play, inventory.host("h1").orElseThrow(), task);
    }

    @Test
    void everyLevelWinsOverAllBelow() {
        hostVars.facts("h1", at(VariablePrecedence.FACTS));
        hostVars.includeVars("h1", at(VariablePrecedence.INCLUDE_VARS));
        hostVars.setFacts("h1", at(VariablePrecedence.SET_FACTS), false);
        var variables = variables(Map.of(), at(VariablePrecedence.EXTRA_VARS));
        var request =
                request(
                        play(at(VariablePrecedence.PLAY_VARS_FILES), List.of()),
                        task(at(VariablePrecedence.TASK_VARS), Optional.of(role())));
        var scope =
                variables.task(
                        new TaskScope(
                                request.play(),
                                request.host(),
                                request.task(),
                                Optional.empty(),
                                at(VariablePrecedence.INCLUDE_PARAMETERS),
                                Map.of()));
        var expected = new LinkedHashMap<String, String>();
        var told = new LinkedHashMap<String, String>();
        for (var level : VariablePrecedence.values()) {
            told.put("v_" + level, String.valueOf(scope.get("v_" + level)));
            expected.put("v_" + level, nearestGiven(level));
        }
        assertEquals(expected, told);
    }

    /**
     * Levels that callers merge before they ask ({@code vars} and {@code vars_prompt} into {@code
     * vars_files}).
     */
    private static String nearestGiven(VariablePrecedence level) {
        return switch (level) {
            case COMMAND_LINE_VALUES -> "null";
            case PLAY_VARS, PLAY_VARS_PROMPT -> "FACTS";
            case BLOCK_VARS -> "ROLE_VARS";
            default -> level.toString();
        };
    }

    @Test
    void localsWinOverEverythingAndMagicOverExtraVars() {
        var variables = variables(Map.of(), Map.of("playbook_dir", "extra", "item", "extra"));
        var request = request(play(Map.of(), List.of()), task(Map.of(), Optional.empty()));
        var scope =
                variables.task(
                        new TaskScope(
                                request.play(),
                                request.host(),
                                request.task(),
                                Optional.empty(),
                                Map.of(),
                                Map.of("item", 1L)));
        assertEquals(1L, scope.get("item"));
        assertEquals(folder.toString(), scope.get("playbook_dir"));
    }

    @Test
    void taskKeepsItsVariablesWhenAnotherHostActs() {
        var variables = variables(Map.of(), Map.of());
        var request = request(play(Map.of(), List.of()), task(Map.of(), Optional.empty()));
        var seen = variables.task(request.delegatedTo(inventory.host("h2").orElseThrow()));
        assertFalse(seen.has("own"));
        assertEquals("h1", seen.get("inventory_hostname"));
        var stranger =
                variables.connection(request.delegatedTo(inventory.hostOrStranger("far.example")));
        assertEquals("far.example", stranger.get("ansible_host"));
    }

    @Test
    void connectionToDelegateSeesItsVariables() {
        var variables = variables(Map.of(), Map.of());
        var request =
                request(play(Map.of("pv", "play"), List.of()), task(Map.of(), Optional.empty()));
        var reaching =
                variables.connection(request.delegatedTo(inventory.host("h2").orElseThrow()));
        assertEquals(2L, reaching.get("own"));
        assertEquals("play", reaching.get("pv"));
        assertEquals("h1", reaching.get("inventory_hostname"));
        var plain = variables.connection(request.delegatedTo(inventory.host("h3").orElseThrow()));
        assertEquals("h3", plain.get("ansible_host"));
    }

    @Test
    void hostvarsAreScopesWithoutPlayAndRole() {
        hostVars.register("h2", "result", Map.of("rc", 0L));
        var variables = variables(Map.of(), Map.of("extra", 1L));
        var request =
                request(play(Map.of("pv", 1L), List.of(role())), task(Map.of(), Optional.empty()));
        var all = (Map<?, ?>) assertNotNullValue(variables.task(request).get("hostvars"));
        var other = (Scope) assertNotNullValue(all.get("h2"));
        assertEquals(Map.of("rc", 0L), other.get("result"));
        assertEquals(1L, other.get("extra"));
        assertFalse(other.has("pv"));
        assertFalse(other.has("hostvars"));
        assertNull(other.get("v_ROLE_DEFAULTS"));
        assertTrue(all.containsKey("localhost"));
        assertFalse(all.containsKey("nobody"));
        assertEquals(3, all.size());
    }

    private static Object assertNotNullValue(@Nullable Object value) {
        assertNotNull(value);
        return value;
    }

    @Test
    void mergesHashesOnlyWhenAsked() {
        hostVars.setFacts("h1", Map.of("m", Map.of("b", 2L, "n", Map.of("y", 2L))), false);
        var weak = Map.<String, @Nullable Object>of("m", Map.of("a", 1L, "n", Map.of("x", 1L)));
        var task = task(weak, Optional.empty());
        var request = request(play(Map.of(), List.of()), task);
        assertEquals(
                Map.of("b", 2L, "n", Map.of("y", 2L)),
                variables(Map.of(), Map.of()).task(request).get("m"));
        assertEquals(
                Map.of("a", 1L, "b", 2L, "n", Map.of("x", 1L, "y", 2L)),
                variables(Map.of(Setting.HASH_BEHAVIOUR, "merge"), Map.of())
                        .task(request)
                        .get("m"));
    }

    @Test
    void playSeesOnlyItsOwnVariables() {
        var variables = variables(Map.of(), Map.of("extra", 1L));
        var scope = variables.play(play(Map.of(), List.of()).play(), Map.of("pv", 2L));
        assertEquals(1L, scope.get("extra"));
        assertEquals(2L, scope.get("pv"));
        assertTrue(scope.has("groups"));
        assertFalse(scope.has("inventory_hostname"));
        assertFalse(scope.has("v_INVENTORY_HOST_VARS"));
    }
}
