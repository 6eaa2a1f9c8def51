package jplay.playbook.syntax;

import java.util.Optional;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Entry;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;

/**
 * A module as a task names it, before its arguments are looked at.
 *
 * @param key where the name stands
 * @param value what the module is given
 * @param local whether it was written as {@code local_action}
 */
record WrittenAction(String name, Scalar key, YamlNode value, boolean local) {
    /** The module is the key: {@code copy: {src: a}}. */
    static WrittenAction key(Entry entry) {
        return new WrittenAction(entry.key().text(), entry.key(), entry.value(), false);
    }

    /**
     * {@code action: copy src=a} and {@code action: {module: copy, src: a}}; empty when no module
     * is named.
     */
    static Optional<WrittenAction> explicit(Entry entry) {
        var local = entry.key().text().equals("local_action");
        return switch (entry.value()) {
            case Mapping mapping -> mapping(mapping, local);
            case Scalar scalar when !scalar.text().isBlank() -> Optional.of(text(scalar, local));
            default -> Optional.empty();
        };
    }

    private static Optional<WrittenAction> mapping(Mapping mapping, boolean local) {
        var rest =
                mapping.entries().stream()
                        .filter(argument -> !argument.key().text().equals("module"))
                        .toList();
        var value = new Mapping(mapping.location(), rest, mapping.duplicates());
        return mapping.get("module")
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .map(name -> new WrittenAction(name.text(), name, value, local));
    }

    private static WrittenAction text(Scalar key, boolean local) {
        var text = key.text().strip();
        var module = firstWord(text);
        var rest = text.substring(module.length()).strip();
        var place = key.location().plus(0, key.text().length() - rest.length());
        var resolved = rest.isEmpty() ? null : rest;
        var value = new Scalar(place, rest, resolved, key.trusted(), key.layout());
        return new WrittenAction(module, key, value, local);
    }

    private static String firstWord(String text) {
        try {
            return FreeForm.words(text).getFirst().text();
        } catch (IllegalArgumentException _) {
            return text.split("\\s", 2)[0];
        }
    }
}
