package jplay.modules.system.facts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which distribution it is, by its own files. */
final class DistributionFacts {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("debian", "Debian"),
                    Map.entry("ubuntu", "Ubuntu"),
                    Map.entry("alpine", "Alpine"),
                    Map.entry("rhel", "RedHat"),
                    Map.entry("centos", "CentOS"),
                    Map.entry("rocky", "Rocky"),
                    Map.entry("almalinux", "AlmaLinux"),
                    Map.entry("fedora", "Fedora"),
                    Map.entry("ol", "OracleLinux"),
                    Map.entry("amzn", "Amazon"),
                    Map.entry("arch", "Archlinux"),
                    Map.entry("sles", "SLES"),
                    Map.entry("sled", "SLED"),
                    Map.entry("opensuse", "openSUSE"),
                    Map.entry("opensuse-leap", "openSUSE Leap"),
                    Map.entry("opensuse-tumbleweed", "openSUSE Tumbleweed"),
                    Map.entry("raspbian", "Debian"),
                    Map.entry("linuxmint", "Linux Mint"),
                    Map.entry("gentoo", "Gentoo"),
                    Map.entry("pop", "Pop!_OS"),
                    Map.entry("kali", "Kali"),
                    Map.entry("void", "Void Linux"),
                    Map.entry("flatcar", "Flatcar"),
                    Map.entry("devuan", "Devuan"),
                    Map.entry("openEuler", "openEuler"),
                    Map.entry("manjaro", "Manjaro"),
                    Map.entry("nixos", "NixOS"),
                    Map.entry("photon", "VMware Photon OS"));
    private static final Map<String, String> FAMILIES = families();
    private static final Pattern CODE_NAME = Pattern.compile(".*\\(([^)]*)\\).*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final String RELEASE = "/etc/os-release";
    private static final String RED_HAT = "/etc/redhat-release";
    private static final String DEBIAN = "/etc/debian_version";
    private static final String MAJOR = "distribution_major_version";
    private static final String UNKNOWN = "NA";

    private DistributionFacts() {}

    private static Map<String, String> families() {
        var families = new HashMap<String, String>();
        var members =
                Map.of(
                        "RedHat",
                                "RedHat CentOS Rocky AlmaLinux Fedora OracleLinux Amazon openEuler",
                        "Debian", "Debian Ubuntu Kali Devuan Pop!_OS",
                        "Suse", "SLES SLED openSUSE",
                        "Archlinux", "Archlinux Manjaro",
                        "Gentoo", "Gentoo Flatcar");
        members.forEach((family, names) ->
                List.of(names.split(" ", 0)).forEach(name -> families.put(name, family)));
        families.put("openSUSE Leap", "Suse");
        families.put("openSUSE Tumbleweed", "Suse");
        families.put("Linux Mint", "Debian");
        return families;
    }

    static Map<String, @Nullable Object> collect(Gathered host) {
        var release = release(host);
        var name = name(release);
        var version = version(host, release);
        var parts = version.split("\\.", 0);
        var facts =
                new Facts()
                        .put("distribution", name)
                        .put("distribution_version", version)
                        .put("distribution_release", codeName(host, release))
                        .put(MAJOR, parts[0])
                        .put("os_family", FAMILIES.getOrDefault(name, name));
        if (parts.length > 1 && host.files().containsKey(DEBIAN) && name.equals("Debian")) {
            facts.put("distribution_minor_version", parts[1]);
        }
        return facts.put("distribution_file_path", file(host))
                .put("distribution_file_parsed", true)
                .put("distribution_file_variety", FAMILIES.getOrDefault(name, name))
                .values();
    }

    private static String file(Gathered host) {
        return host.files().containsKey(RED_HAT) ? RED_HAT : RELEASE;
    }

    private static Map<String, String> release(Gathered host) {
        var here = host.pairs(RELEASE, '=');
        return here.isEmpty() ? host.pairs("/usr/lib/os-release", '=') : here;
    }

    private static String name(Map<String, String> release) {
        var id = release.getOrDefault("ID", "");
        return NAMES.getOrDefault(id, release.getOrDefault("NAME", UNKNOWN));
    }

    /** The most exact version that is written somewhere. */
    private static String version(Gathered host, Map<String, String> release) {
        var told = release.getOrDefault("VERSION_ID", "");
        var exact = host.line(release.getOrDefault("ID", "").equals("debian") ? DEBIAN : RED_HAT);
        if (host.files().containsKey("/etc/alpine-release")) {
            exact = host.line("/etc/alpine-release");
        }
        var found = NUMBER.matcher(exact);
        var same =
                found.find()
                        && (told.isEmpty()
                                || found.group()
                                        .split("\\.", 0)[0]
                                        .equals(told.split("\\.", 0)[0]));
        var version = same ? found.group() : told;
        return version.isEmpty() ? UNKNOWN : version;
    }

    private static String codeName(Gathered host, Map<String, String> release) {
        var told = release.getOrDefault("VERSION_CODENAME", "");
        if (!told.isEmpty()) {
            return told;
        }
        for (var text : List.of(host.line(RED_HAT), release.getOrDefault("VERSION", ""))) {
            var found = CODE_NAME.matcher(text);
            if (found.matches() && !found.group(1).isEmpty()) {
                return found.group(1);
            }
        }
        return UNKNOWN;
    }

    /** What the Linux Standard Base's file says, or on Debian what its tool would. */
    static Map<String, @Nullable Object> standard(Gathered host) {
        var file = host.pairs("/etc/lsb-release", '=');
        var release = release(host);
        var lsb = new LinkedHashMap<String, @Nullable Object>();
        if (file.containsKey("DISTRIB_ID")) {
            lsb.put("id", file.get("DISTRIB_ID"));
            lsb.put("release", file.getOrDefault("DISTRIB_RELEASE", ""));
            lsb.put("description", file.getOrDefault("DISTRIB_DESCRIPTION", ""));
            lsb.put("codename", file.getOrDefault("DISTRIB_CODENAME", ""));
        } else if (host.seen("/usr/bin/lsb_release") && !release.isEmpty()) {
            lsb.put("id", name(release));
            lsb.put("release", release.getOrDefault("VERSION_ID", "n/a"));
            lsb.put("description", release.getOrDefault("PRETTY_NAME", ""));
            lsb.put("codename", release.getOrDefault("VERSION_CODENAME", "n/a"));
        }
        if (lsb.get("release") instanceof String version) {
            lsb.put("major_release", version.split("\\.", 0)[0]);
        }
        return new Facts().put("lsb", lsb).values();
    }
}
