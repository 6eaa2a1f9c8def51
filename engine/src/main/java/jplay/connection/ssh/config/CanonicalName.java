package jplay.connection.ssh.config;

import java.util.function.Predicate;
import jplay.connection.UnreachableException;

/**
 * The whole name of a host that is known by its first part, found in the domains that the
 * configuration names, as ssh_config(5) describes it under {@code CanonicalizeHostname}. Names are
 * not followed to other names ({@code CanonicalizePermittedCNAMEs}).
 */
final class CanonicalName {
    private final HostOptions options;
    private final Predicate<String> exists;

    /**
     * Of the host that options are about.
     *
     * @param exists whether there is an address for a name, which ends with a dot
     */
    CanonicalName(HostOptions options, Predicate<String> exists) {
        this.options = options;
        this.exists = exists;
    }

    /** Whether it is wanted at all. */
    boolean wanted() {
        return always() || options.flag("CanonicalizeHostname", false);
    }

    private boolean always() {
        return options.text("CanonicalizeHostname").filter("always"::equalsIgnoreCase).isPresent();
    }

    /**
     * The name that was found, else the one that the host has.
     *
     * @throws UnreachableException when none was found and the configuration forbids to do without
     */
    String found() {
        var name = options.hostname();
        if (!always() && behindAnother()) {
            return name;
        }
        if (name.endsWith(".")) {
            return exists.test(name) ? name.substring(0, name.length() - 1) : name;
        }
        return address(name) || dots(name) > options.number("CanonicalizeMaxDots", 1)
                ? name
                : inDomains(name);
    }

    private boolean behindAnother() {
        return proxy("ProxyJump") || proxy("ProxyCommand");
    }

    private boolean proxy(String keyword) {
        return options.text(keyword).filter(text -> !text.equals("none")).isPresent();
    }

    private static boolean address(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }

    private static long dots(String name) {
        return name.chars().filter(each -> each == '.').count();
    }

    private String inDomains(String name) {
        for (var domain : options.list("CanonicalDomains")) {
            var whole = name + "." + domain;
            if (exists.test(whole + ".")) {
                return whole;
            }
        }
        if (!options.flag("CanonicalizeFallbackLocal", true)) {
            throw new UnreachableException(
                    "Failed to connect to the host via ssh: ssh: Could not resolve host \"%s\""
                            .formatted(name));
        }
        return name;
    }
}
