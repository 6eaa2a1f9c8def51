package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What machine it is, who is logged in and where. */
final class PlatformFacts {
    private PlatformFacts() {}

    static Map<String, @Nullable Object> platform(Gathered host) {
        var machine = host.said("machine");
        var intel = machine.matches("i[3456]86|i86pc|x86");
        var wide =
                machine.endsWith("64")
                        || List.of("s390x", "ppc64le").contains(machine)
                        || machine.startsWith("armv8");
        var node = host.said("nodename");
        var full = fullName(host, node);
        return new Facts()
                .put("system", host.line("/proc/sys/kernel/ostype"))
                .put("kernel", host.line("/proc/sys/kernel/osrelease"))
                .put("kernel_version", host.line("/proc/sys/kernel/version"))
                .put("machine", machine)
                .put("architecture", intel ? "i386" : machine)
                .put("userspace_bits", wide ? "64" : "32")
                .put("userspace_architecture", intel ? "i386" : machine)
                .put("nodename", node)
                .put("hostname", node.split("\\.", 2)[0])
                .put("fqdn", full)
                .put("domain", full.contains(".") ? full.substring(full.indexOf('.') + 1) : "")
                .putUnlessEmpty("machine_id", host.line("/etc/machine-id"))
                .values();
    }

    /** The name that the address of the node's name stands for. */
    private static String fullName(Gathered host, String node) {
        var lines = new ArrayList<List<String>>();
        for (var line : host.lines("/etc/hosts")) {
            lines.add(Gathered.words(line.replaceFirst("#.*", ""), "\\s+"));
        }
        var entry =
                lines.stream()
                        .filter(words -> words.lastIndexOf(node) > 0)
                        .findFirst()
                        .flatMap(own ->
                                lines.stream()
                                        .filter(words ->
                                                words.size() > 1
                                                        && words.getFirst().equals(own.getFirst()))
                                        .findFirst())
                        .orElse(host.words("names"));
        if (entry.size() < 2) {
            return node;
        }
        var names = entry.subList(1, entry.size());
        return names.stream()
                .filter(name -> name.contains("."))
                .findFirst()
                .orElse(names.getFirst());
    }

    static Map<String, @Nullable Object> user(Gathered host) {
        var facts =
                new Facts()
                        .put("real_user_id", host.number("real_user"))
                        .put("effective_user_id", host.number("effective_user"))
                        .put("real_group_id", host.number("real_group"))
                        .put("effective_group_id", host.number("effective_group"));
        var account = host.said("account").split(":", -1);
        if (account.length >= 7) {
            facts.put("user_id", account[0])
                    .put("user_uid", Long.valueOf(account[2]))
                    .put("user_gid", Long.valueOf(account[3]))
                    .put("user_gecos", account[4])
                    .put("user_dir", account[5])
                    .put("user_shell", account[6]);
        }
        return facts.values();
    }

    static Map<String, @Nullable Object> environment(Gathered host) {
        return new Facts().put("env", host.environment()).values();
    }

    static Map<String, @Nullable Object> chroot(Gathered host) {
        return new Facts().put("is_chroot", host.said("chroot").equals("1")).values();
    }

    static Map<String, @Nullable Object> load(Gathered host) {
        var numbers = Gathered.words(host.line("/proc/loadavg"), " ");
        var load = new LinkedHashMap<String, @Nullable Object>();
        if (numbers.size() > 2) {
            load.put("1m", Double.valueOf(numbers.get(0)));
            load.put("5m", Double.valueOf(numbers.get(1)));
            load.put("15m", Double.valueOf(numbers.get(2)));
        }
        return new Facts().put("loadavg", load).values();
    }

    /** The kernel's arguments: the last of a name, and all of a name. */
    static Map<String, @Nullable Object> kernelArguments(Gathered host) {
        var last = new LinkedHashMap<String, @Nullable Object>();
        var every = new LinkedHashMap<String, @Nullable Object>();
        for (var word : Gathered.words(host.line("/proc/cmdline"), "\\s+")) {
            var parts = word.split("=", 2);
            Object value = parts.length > 1 ? (Object) parts[1] : true;
            last.put(parts[0], value);
            every.merge(parts[0], value, PlatformFacts::both);
        }
        return new Facts().put("cmdline", last).put("proc_cmdline", every).values();
    }

    private static Object both(Object before, Object more) {
        if (before instanceof Boolean) {
            return more;
        }
        var all = new ArrayList<Object>();
        if (before instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(before);
        }
        all.add(more);
        return all;
    }

    static Map<String, @Nullable Object> resolver(Gathered host) {
        var resolver = new LinkedHashMap<String, @Nullable Object>();
        var servers = new ArrayList<String>();
        for (var line : host.lines("/etc/resolv.conf")) {
            var words = Gathered.words(line.replaceFirst("^\\s*[#;].*", ""), "\\s+");
            if (words.size() > 1 && words.getFirst().equals("nameserver")) {
                servers.addAll(words.subList(1, words.size()));
            } else if (words.size() > 1) {
                resolve(words.getFirst(), words.subList(1, words.size()), resolver);
            }
        }
        if (!servers.isEmpty()) {
            resolver.put("nameservers", servers);
        }
        return new Facts().put("dns", resolver).values();
    }

    private static void resolve(
            String word, List<String> rest, Map<String, @Nullable Object> resolver) {
        switch (word) {
            case "domain" -> resolver.put(word, rest.getFirst());
            case "search", "sortlist" -> resolver.put(word, rest);
            case "options" -> resolver.put(word, options(rest));
            default -> {}
        }
    }

    private static Map<String, @Nullable Object> options(List<String> words) {
        var options = new LinkedHashMap<String, @Nullable Object>();
        for (var word : words) {
            var parts = Arrays.asList(word.split(":", 2));
            options.put(parts.getFirst(), parts.size() > 1 ? (Object) parts.get(1) : true);
        }
        return options;
    }
}
