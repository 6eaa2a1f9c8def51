package jplay.modules.system;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What manages packages and services. */
final class ServiceFacts {
    private static final Map<String, String> MANAGERS = managers();

    private ServiceFacts() {}

    private static Map<String, String> managers() {
        var managers = new LinkedHashMap<String, String>();
        managers.put("/usr/bin/rpm-ostree", "atomic_container");
        managers.put("/usr/bin/dnf5", "dnf5");
        managers.put("/usr/bin/dnf-3", "dnf");
        managers.put("/usr/bin/dnf", "dnf");
        managers.put("/usr/bin/microdnf", "dnf");
        managers.put("/usr/bin/yum", "yum");
        managers.put("/usr/bin/apt-get", "apt");
        managers.put("/usr/bin/zypper", "zypper");
        managers.put("/sbin/apk", "apk");
        managers.put("/usr/bin/pacman", "pacman");
        managers.put("/usr/bin/emerge", "portage");
        managers.put("/bin/opkg", "opkg");
        managers.put("/usr/bin/xbps-install", "xbps");
        managers.put("/usr/bin/swupd", "swupd");
        managers.put("/usr/sbin/urpmi", "urpmi");
        managers.put("/usr/bin/nix-env", "nix");
        managers.put("/usr/bin/eopkg", "eopkg");
        managers.put("/usr/bin/installp", "installp");
        return managers;
    }

    static Map<String, @Nullable Object> packages(Gathered host) {
        var immutable = host.seen("/run/ostree-booted");
        var manager = MANAGERS.entrySet().stream()
                .filter(entry -> immutable || !entry.getValue().equals("atomic_container"))
                .filter(entry -> host.seen(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown");
        return new Facts().put("pkg_mgr", manager).values();
    }

    static Map<String, @Nullable Object> services(Gathered host) {
        return new Facts().put("service_mgr", manager(host)).values();
    }

    private static String manager(Gathered host) {
        if (host.seen("/run/systemd/system") && host.seen("systemctl")) {
            return "systemd";
        }
        if (host.seen("initctl") && host.seen("/etc/init")) {
            return "upstart";
        }
        if (host.seen("/sbin/openrc")) {
            return "openrc";
        }
        var first = host.line("/proc/1/comm");
        if (!first.isEmpty() && !first.equals("init") && !first.equals("sh") && !first.equals("systemd")) {
            return first;
        }
        return host.seen("/etc/init.d") ? "sysvinit" : "service";
    }
}
