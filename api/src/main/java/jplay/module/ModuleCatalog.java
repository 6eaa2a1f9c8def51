package jplay.module;

import java.util.Collection;
import java.util.Optional;

/** The modules there are. */
public interface ModuleCatalog {
    /** Looks a module up by any of its names, short or full. */
    Optional<ArgsSpec<?>> find(String name);

    /** Full names, in alphabetical order. */
    Collection<String> names();
}
