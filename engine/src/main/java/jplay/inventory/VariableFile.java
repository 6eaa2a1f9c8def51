package jplay.inventory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.diagnostic.Problems;
import jplay.vault.Vault;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of variables: YAML or JSON with a mapping in it, or nothing.
 *
 * @param mergesHashes whether a mapping of a later file is merged into an earlier one instead of
 *     replacing it
 * @param vault opens files that are encrypted as a whole
 * @param warnings told about what is dubious in a file
 */
public record VariableFile(boolean mergesHashes, Vault vault, Consumer<Diagnostic> warnings) {
    /** A reader as settings say. */
    public static VariableFile of(Settings settings, Consumer<Diagnostic> warnings) {
        return new VariableFile(
                settings.text(Setting.HASH_BEHAVIOUR).equals("merge"), settings.vault(), warnings);
    }

    /**
     * The variables of a file. @throws PlaybookException when it cannot be read or holds something
     * else
     */
    public Map<String, @Nullable Object> read(Path file) {
        var problems = new Problems();
        var node = YamlReader.read(file, vault, problems);
        problems.throwIfAny();
        problems.warnings().forEach(warnings);
        return node.map(VariableFile::variables).orElse(Map.of());
    }

    /** The variables of a document. @throws PlaybookException when it holds something else */
    public static Map<String, @Nullable Object> variables(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return byName(mapping);
        }
        if (node.value() == null) {
            return Map.of();
        }
        throw new PlaybookException(
                node.location(), "got " + node.description() + ", want a mapping of variables");
    }

    /** The values of a mapping by their keys' text. */
    static Map<String, @Nullable Object> byName(YamlNode.Mapping mapping) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        mapping.entries()
                .forEach(entry -> variables.put(entry.key().text(), entry.value().value()));
        return variables;
    }

    /** Adds variables to others: they replace those of the same name, or are merged into them. */
    public void merge(
            Map<String, @Nullable Object> into, Map<String, ? extends @Nullable Object> more) {
        for (var entry : more.entrySet()) {
            var old = into.get(entry.getKey());
            into.put(
                    entry.getKey(),
                    mergesHashes ? Hashes.merged(old, entry.getValue()) : entry.getValue());
        }
    }
}
