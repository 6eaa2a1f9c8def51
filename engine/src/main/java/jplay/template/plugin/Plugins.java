package jplay.template.plugin;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jplay.template.ansible.crypto.CryptoPlugins;
import jplay.template.ansible.data.DataFilters;
import jplay.template.ansible.filter.AnsibleFilters;
import jplay.template.ansible.general.GeneralPlugins;
import jplay.template.ansible.net.NetworkPlugins;
import jplay.template.ansible.schema.Validation;
import jplay.template.ansible.test.AnsibleTests;
import jplay.template.expr.Catalog;
import jplay.template.expr.Plugin;
import jplay.template.filter.Filter;
import jplay.template.filter.JinjaFilters;

/** All filters and tests by name; Ansible's also answer to their full names. */
public final class Plugins implements Catalog {
    /** Those of plain Jinja. */
    public static final Plugins JINJA =
            new Plugins(
                    byName(JinjaFilters.FILTERS),
                    byName(JinjaFilters.TESTS),
                    Set.of("break", "continue", "do"));

    /** Those of Ansible, which include Jinja's. */
    public static final Plugins ANSIBLE =
            new Plugins(
                    joined(
                            List.of(
                                    JinjaFilters.FILTERS,
                                    AnsibleFilters.TABLE,
                                    DataFilters.TABLE,
                                    CryptoPlugins.FILTERS,
                                    GeneralPlugins.FILTERS,
                                    NetworkPlugins.FILTERS,
                                    Validation.FILTERS)),
                    joined(
                            List.of(
                                    JinjaFilters.TESTS,
                                    AnsibleTests.TABLE,
                                    GeneralPlugins.TESTS,
                                    NetworkPlugins.TESTS,
                                    Validation.TESTS)),
                    Set.of());

    /** The statements of Jinja's extensions. */
    private static final Map<String, List<String>> STATEMENTS =
            Map.of(
                    "jinja2.ext.do", List.of("do"),
                    "jinja2.ext.loopcontrols", List.of("break", "continue"));

    private static final List<String> PREFIXES = List.of("ansible.builtin.", "ansible.legacy.");
    private static final String UTILS = "ansible.utils.";

    /** Another name of {@link #UTILS}. */
    private static final String NETCOMMON = "ansible.netcommon.";

    /** Plugins of these answer to their short names too, in this order. */
    private static final List<String> COLLECTIONS =
            List.of(UTILS, GeneralPlugins.COLLECTION, CryptoPlugins.COLLECTION);

    private final Map<String, Filter> filters;
    private final Map<String, Filter> tests;
    private final Set<String> extensions;

    private Plugins(
            Map<String, Filter> filters, Map<String, Filter> tests, Set<String> extensions) {
        this.filters = filters;
        this.tests = tests;
        this.extensions = extensions;
    }

    /**
     * The same with statements of Jinja's extensions.
     *
     * @param modules names of Python modules, as {@code jinja2.ext.do}; others have no statements
     */
    public Plugins extended(List<String> modules) {
        var statements =
                modules.stream()
                        .flatMap(module -> STATEMENTS.getOrDefault(module, List.of()).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new Plugins(filters, tests, statements);
    }

    @Override
    public Set<String> extensions() {
        return extensions;
    }

    private static Map<String, Filter> joined(List<List<Filter>> tables) {
        return byName(tables.stream().flatMap(List::stream).toList());
    }

    private static Map<String, Filter> byName(List<Filter> table) {
        var names = new HashMap<String, Filter>();
        table.forEach(filter -> names.put(filter.name(), filter));
        return names;
    }

    @Override
    public Optional<Plugin> filter(String name) {
        return find(filters, name);
    }

    @Override
    public Optional<Plugin> test(String name) {
        return find(tests, name);
    }

    private static Optional<Plugin> find(Map<String, Filter> plugins, String name) {
        return Optional.ofNullable(plugins.get(resolved(plugins, name)));
    }

    private static String resolved(Map<String, Filter> plugins, String name) {
        if (plugins.containsKey(name)) {
            return name;
        }
        if (name.startsWith(NETCOMMON)) {
            return UTILS + name.substring(NETCOMMON.length());
        }
        for (var prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return COLLECTIONS.stream()
                .map(collection -> collection + name)
                .filter(plugins::containsKey)
                .findFirst()
                .orElse(name);
    }

    @Override
    public Set<String> filterNames() {
        return Collections.unmodifiableSet(filters.keySet());
    }

    @Override
    public Set<String> testNames() {
        return Collections.unmodifiableSet(tests.keySet());
    }
}
