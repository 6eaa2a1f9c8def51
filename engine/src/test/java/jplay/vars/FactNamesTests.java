package jplay.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.config.Setting;
import jplay.config.SettingsReader;
import jplay.config.Surroundings;
import jplay.diagnostic.Problems;
import jplay.inventory.Inventory;
import jplay.template.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactNamesTests {
    @TempDir private Path folder;

    private final Inventory inventory = new Inventory(List.of(), List.of());
    private final HostVars hostVars = new HostVars();

    private Scope scope(Map<Setting, String> flags) {
        var surroundings = new Surroundings(folder, folder, folder, Map.of());
        var settings = new SettingsReader(surroundings, new Problems()).read(flags);
        var run = new RunVars(settings, folder, Map.of(), RunVars.Options.NONE);
        return new Variables(inventory, hostVars, run).host(inventory.host("h1").orElseThrow());
    }

    @Test
    void factsHaveTwoNames() {
        inventory.addHost("h1", List.of(), Map.of());
        hostVars.facts(
                "h1", Map.of("ansible_os_family", "Debian", "packages", "p", "ansible_local", "l"));
        var scope = scope(Map.of());
        assertEquals("Debian", scope.get("ansible_os_family"));
        assertTrue(scope.has("packages"));
        var facts = assertInstanceOf(Map.class, scope.get("ansible_facts"));
        assertEquals(Set.of("os_family", "packages", "ansible_local"), facts.keySet());
        assertFalse(scope(Map.of(Setting.INJECT_FACTS_AS_VARS, "no")).has("ansible_os_family"));
        hostVars.clearFacts("h1");
        assertFalse(scope(Map.of()).has("packages"));
    }
}
