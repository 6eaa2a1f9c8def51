package jplay.template.jinja;

import java.util.Optional;

/** Finds the templates that others include, import or extend. */
@FunctionalInterface
public interface Loader {
    /** A parsed template; empty when there is none of that name. */
    Optional<ParsedTemplate> load(String name);
}
