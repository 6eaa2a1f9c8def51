package jplay.playbook.load;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.module.ModuleCatalog;
import jplay.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * What the loader needs to know beside the playbook.
 *
 * @param rolesPath folders in which roles are searched, beside those next to the playbook
 * @param collectionsPath folders that hold {@code ansible_collections}
 * @param extraVars variables of the command line; names of imported files may be made of them
 * @param vault opens files that are encrypted as a whole
 * @param modules all modules and actions
 * @param needsHandlers whether it is a mistake to notify what no handler answers to
 */
public record LoadOptions(
        List<Path> rolesPath,
        List<Path> collectionsPath,
        Map<String, @Nullable Object> extraVars,
        Vault vault,
        ModuleCatalog modules,
        boolean needsHandlers) {
    public LoadOptions {
        rolesPath = List.copyOf(rolesPath);
        collectionsPath = List.copyOf(collectionsPath);
        extraVars = Collections.unmodifiableMap(new LinkedHashMap<>(extraVars));
    }
}
