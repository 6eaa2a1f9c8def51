package jplay.modules.system.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What installs packages and runs services on a host. */
final class InstalledFacts {
    /** Programs and the names of what they belong to; the first that is there counts. */
    private static final List<Map.Entry<String, String>> INSTALLERS =
            List.of(
                    Map.entry("/run/ostree-booted", "atomic_container"),
                    Map.entry("/usr/bin/apt-get", "apt"),
                    Map.entry("/usr/bin/dnf5", "dnf5"),
                    Map.entry("/usr/bin/dnf-3", "dnf"),
                    Map.entry("/usr/bin/dnf", "dnf"),
                    Map.entry("/usr/bin/microdnf", "dnf"),
                    Map.entry("/usr/bin/yum", "yum"),
                    Map.entry("/usr/bin/zypper", "zypper"),
                    Map.entry("/sbin/apk", "apk"),
                    Map.entry("/usr/bin/pacman", "pacman"),
                    Map.entry("/usr/bin/emerge", "portage"),
                    Map.entry("/bin/opkg", "opkg"),
                    Map.entry("/usr/bin/xbps-install", "xbps"),
                    Map.entry("/usr/bin/swupd", "swupd"),
                    Map.entry("/usr/sbin/urpmi", "urpmi"),
                    Map.entry("/usr/sbin/pkg", "pkgng"),
                    Map.entry("/usr/bin/nix-env", "nix"),
                    Map.entry("/usr/bin/eopkg", "eopkg"),
                    Map.entry("/usr/bin/installp", "installp"));

    private static final Map<String, String> FIRST_PROCESSES =
            Map.of(
                    "procd", "openwrt_init",
                    "runit-init", "runit",
                    "svscan", "svc",
                    "openrc-init", "openrc");

    private InstalledFacts() {}

    static Map<String, @Nullable Object> packages(Gathered host) {
        var found =
                INSTALLERS.stream()
                        .filter(each -> host.seen(each.getKey()))
                        .filter(each ->
                                !each.getValue().startsWith("atomic")
                                        || !host.seen("/usr/bin/apt-get"))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return new Facts().put("pkg_mgr", found.orElse("unknown")).values();
    }

    static Map<String, @Nullable Object> services(Gathered host) {
        return new Facts().put("service_mgr", services(host, host.line("/proc/1/comm"))).values();
    }

    private static String services(Gathered host, String first) {
        if (host.seen("/run/systemd/system") && host.seen("systemctl")) {
            return "systemd";
        }
        var telling =
                !first.isEmpty()
                        && !first.equals("init")
                        && !first.equals("systemd")
                        && !first.endsWith("sh");
        if (telling) {
            return FIRST_PROCESSES.getOrDefault(first, first);
        }
        if (host.seen("initctl") && host.seen("/etc/init")) {
            return "upstart";
        }
        if (host.seen("/sbin/openrc")) {
            return "openrc";
        }
        if (host.said("init").endsWith("systemd") && host.seen("systemctl")) {
            return "systemd";
        }
        return host.seen("/etc/init.d") ? "sysvinit" : "service";
    }
}
