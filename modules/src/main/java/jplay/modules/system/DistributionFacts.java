package jplay.modules.system;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which distribution it is. */
final class DistributionFacts {
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "Debian", List.of("debian", "ubuntu", "raspbian", "linuxmint", "kali", "devuan", "pop", "neon", "deepin"),
            "RedHat",
                    List.of(
                            "rhel", "centos", "fedora", "rocky", "almalinux", "ol", "amzn", "scientific", "virtuozzo",
                            "cloudlinux", "eurolinux", "openeuler", "anolis", "tencentos"),
            "Suse", List.of("sles", "sled", "suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed", "sl-micro"),
            "Archlinux", List.of("arch", "manjaro", "endeavouros"),
            "Alpine", List.of("alpine"),
            "Gentoo", List.of("gentoo"),
            "Flatcar", List.of("flatcar"),
            "Coreos", List.of("coreos"));
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("debian", "Debian"),
            Map.entry("ubuntu", "Ubuntu"),
            Map.entry("rhel", "RedHat"),
            Map.entry("centos", "CentOS"),
            Map.entry("fedora", "Fedora"),
            Map.entry("rocky", "Rocky"),
            Map.entry("almalinux", "AlmaLinux"),
            Map.entry("ol", "OracleLinux"),
            Map.entry("amzn", "Amazon"),
            Map.entry("sles", "SLES"),
            Map.entry("opensuse-leap", "openSUSE Leap"),
            Map.entry("opensuse-tumbleweed", "openSUSE Tumbleweed"),
            Map.entry("arch", "Archlinux"),
            Map.entry("alpine", "Alpine"),
            Map.entry("gentoo", "Gentoo"),
            Map.entry("linuxmint", "Linux Mint"),
            Map.entry("kali", "Kali"),
            Map.entry("flatcar", "Flatcar"),
            Map.entry("raspbian", "Debian"));

    private DistributionFacts() {}

    private static Map<String, String> release(Gathered host) {
        var release = host.pairs("/etc/os-release", '=');
        return release.isEmpty() ? host.pairs("/usr/lib/os-release", '=') : release;
    }

    static Map<String, @Nullable Object> collect(Gathered host) {
        var release = release(host);
        var id = release.getOrDefault("ID", "").toLowerCase(Locale.ROOT);
        var version = version(host, id, release.getOrDefault("VERSION_ID", ""));
        var name = NAMES.getOrDefault(id, release.getOrDefault("NAME", "Linux"));
        var parts = version.split("\\.", 3);
        var facts = new Facts()
                .put("distribution", name)
                .put("distribution_version", version.isEmpty() ? "NA" : version)
                .put("distribution_major_version", parts[0].isEmpty() ? "NA" : parts[0])
                .put("distribution_release", codename(release))
                .put("os_family", family(id, release.getOrDefault("ID_LIKE", "")).orElse(name));
        if (parts.length > 1) {
            facts.put("distribution_minor_version", parts[1]);
        }
        if (!release.isEmpty()) {
            facts.put("distribution_file_parsed", true)
                    .put("distribution_file_path", "/etc/os-release")
                    .put("distribution_file_variety", name);
        }
        return facts.values();
    }

    /** Debian tells its point releases, and CentOS its minor ones, elsewhere. */
    private static String version(Gathered host, String id, String version) {
        var exact =
                switch (id) {
                    case "debian" -> host.line("/etc/debian_version");
                    case "centos", "rhel" -> host.line("/etc/redhat-release").replaceFirst("^\\D*([\\d.]*).*$", "$1");
                    default -> "";
                };
        return exact.startsWith(version + ".") ? exact : version;
    }

    private static String codename(Map<String, String> release) {
        var named = release.getOrDefault("VERSION_CODENAME", "");
        if (!named.isEmpty()) {
            return named;
        }
        var version = release.getOrDefault("VERSION", "");
        var bracket = version.indexOf('(');
        return bracket < 0 ? "NA" : version.substring(bracket + 1).replaceFirst("\\).*$", "");
    }

    private static Optional<String> family(String id, String like) {
        return Gathered.words(id + " " + like, "\\s+").stream()
                .map(word -> FAMILIES.entrySet().stream()
                        .filter(family -> family.getValue().contains(word))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What {@code lsb_release} would tell. */
    static Map<String, @Nullable Object> standard(Gathered host) {
        var own = host.pairs("/etc/lsb-release", '=');
        if (own.containsKey("DISTRIB_ID")) {
            var release = own.getOrDefault("DISTRIB_RELEASE", "");
            return new Facts()
                    .put("lsb", lsb(
                            own.get("DISTRIB_ID"),
                            release,
                            own.getOrDefault("DISTRIB_CODENAME", ""),
                            own.getOrDefault("DISTRIB_DESCRIPTION", "")))
                    .values();
        }
        if (!host.seen("/usr/bin/lsb_release")) {
            return new Facts().put("lsb", Map.of()).values();
        }
        var release = release(host);
        var id = NAMES.getOrDefault(release.getOrDefault("ID", ""), release.getOrDefault("ID", ""));
        var number = release.getOrDefault("VERSION_ID", "");
        return new Facts()
                .put("lsb", lsb(id, number, codename(release), release.getOrDefault("PRETTY_NAME", "")))
                .values();
    }

    private static Map<String, @Nullable Object> lsb(String id, String release, String codename, String description) {
        return new Facts()
                .put("id", id)
                .put("release", release)
                .put("codename", codename)
                .put("description", description)
                .put("major_release", release.split("\\.", 2)[0])
                .values();
    }
}
