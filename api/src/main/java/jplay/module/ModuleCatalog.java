package jplay.module;

import java.util.Collection;
import java.util.Optional;

/** The modules there are. */
public interface ModuleCatalog {
    /** Looks a module up by any of its names, short or full. */
    Optional<ArgsSpec<?>> find(String name);

    /** Full names, in alphabetical order. */
    Collection<String> names();

    /** Whether it takes arguments of any name beside those it declares, as {@code set_fact} does. */
    default boolean open(String name) {
        return false;
    }
}
