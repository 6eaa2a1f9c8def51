package jplay.template.expr;

import java.util.Optional;
import java.util.Set;

/** The filters, tests and statements there are, by name. */
public interface Catalog {
    /** A filter; empty when there is none of that name. */
    Optional<Plugin> filter(String name);

    /** A test; empty when there is none of that name. */
    Optional<Plugin> test(String name);

    /** Names of all filters. */
    Set<String> filterNames();

    /** Names of all tests. */
    Set<String> testNames();

    /**
     * Statements that Jinja has only as extensions: {@code do}, {@code break}, {@code continue}.
     */
    Set<String> extensions();
}
