package jplay.playbook.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.module.ArgsSpec;
import jplay.yaml.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The module of a task and what it is given.
 *
 * @param name as written
 * @param key where the name stands
 * @param arguments in order
 * @param template gives more arguments; null when there is none
 * @param places where each argument and its value stand, by name
 * @param spec what the module takes; empty when there is nothing to check against
 * @param local whether it was written as {@code local_action}
 */
public record Action(
        String name,
        Scalar key,
        Map<String, @Nullable Object> arguments,
        @Nullable Object template,
        Map<String, Places> places,
        Optional<ArgsSpec<?>> spec,
        boolean local) {
    /** Where the name of an argument and its value begin. */
    public record Places(Location name, Location value) {}

    /** The short name of what is Ansible's own, else the name as written. */
    public String shortName() {
        return shortName(name);
    }

    public static String shortName(String name) {
        return name.replaceFirst("^ansible\\.(?:builtin|legacy)\\.", "");
    }

    /** The text of one argument; empty when it is not given or no text. */
    public Optional<String> text(String argument) {
        return Optional.ofNullable(arguments.get(argument)).map(Object::toString);
    }

    /** Where each argument's value begins. */
    public Map<String, Location> valuePlaces() {
        var values = new LinkedHashMap<String, Location>();
        places.forEach((name, place) -> values.put(name, place.value()));
        return values;
    }
}
