package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What guards a host. */
final class SecurityFacts {
    private static final String POLICY = "/sys/fs/selinux/enforce";

    private SecurityFacts() {}

    static Map<String, @Nullable Object> fips(Gathered host) {
        return new Facts()
                .put("fips", host.line("/proc/sys/crypto/fips_enabled").equals("1"))
                .values();
    }

    static Map<String, @Nullable Object> apparmor(Gathered host) {
        var enabled = host.seen("/sys/kernel/security/apparmor");
        return new Facts()
                .put("apparmor", Map.of("status", enabled ? "enabled" : "disabled"))
                .values();
    }

    static Map<String, @Nullable Object> capabilities(Gathered host) {
        var told = host.said("capabilities");
        if (!told.contains(":") || !told.contains("=")) {
            return Map.of();
        }
        var enforced = !told.substring(told.indexOf(':') + 1).strip().equals("=ep");
        var names = new ArrayList<String>();
        if (enforced) {
            for (var name : told.substring(told.indexOf('=') + 1).split("=", 2)[0].split(",", 0)) {
                names.add(name.strip());
            }
        }
        return new Facts()
                .put("system_capabilities_enforced", enforced ? "True" : "False")
                .put("system_capabilities", names)
                .values();
    }

    static Map<String, @Nullable Object> selinux(Gathered host) {
        var facts = new Facts();
        if (host.seen(POLICY)) {
            var configured = host.pairs("/etc/selinux/config", '=');
            facts.put("status", "enabled")
                    .put("policyvers", number(host.line("/sys/fs/selinux/policyvers")))
                    .put("config_mode", configured.getOrDefault("SELINUX", "unknown"))
                    .put("mode", host.line(POLICY).equals("1") ? "enforcing" : "permissive")
                    .put("type", configured.getOrDefault("SELINUXTYPE", "unknown"));
        } else {
            facts.put("status", "disabled");
        }
        // What Ansible needs a library of Python for is done here without one.
        return new Facts()
                .put("selinux", facts.values())
                .put("selinux_python_present", true)
                .values();
    }

    private static Object number(String text) {
        return text.matches("[0-9]+") ? Long.valueOf(text) : "unknown";
    }

    static Map<String, @Nullable Object> hostKeys(Gathered host) {
        var facts = new Facts();
        for (var kind : List.of("dsa", "rsa", "ecdsa", "ed25519")) {
            var words = Gathered.words(host.line("/etc/ssh/ssh_host_" + kind + "_key.pub"), "\\s+");
            if (words.size() > 1) {
                facts.put("ssh_host_key_" + kind + "_public", words.get(1));
                facts.put("ssh_host_key_" + kind + "_public_keytype", words.get(0));
            }
        }
        return facts.values();
    }
}
