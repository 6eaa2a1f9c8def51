package jplay.modules.system.facts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jplay.module.TaskFailure;
import org.jspecify.annotations.Nullable;

/**
 * One subset of the facts.
 *
 * @param name the name users write in {@code gather_subset}
 * @param minimal whether it is gathered unless it is excluded
 * @param names other names of the subset, those of its facts among them
 * @param collect makes the facts
 */
record Collector(
        String name,
        boolean minimal,
        List<String> names,
        Function<Gathered, Map<String, @Nullable Object>> collect) {
    private static final String ALL = "all";
    private static final String MINIMAL = "min";
    private static final List<Collector> EVERY =
            List.of(
                    minimal(
                            "platform",
                            PlatformFacts::platform,
                            "architecture",
                            "kernel",
                            "kernel_version",
                            "machine",
                            "machine_id",
                            "system"),
                    minimal(
                            "distribution",
                            DistributionFacts::collect,
                            "distribution_major_version",
                            "distribution_release",
                            "distribution_version",
                            "os_family"),
                    minimal(
                            "user",
                            PlatformFacts::user,
                            "effective_group_ids",
                            "effective_user_id",
                            "real_user_id",
                            "user_dir",
                            "user_gecos",
                            "user_gid",
                            "user_id",
                            "user_shell",
                            "user_uid"),
                    minimal("python", PythonFacts::collect, "python_version"),
                    minimal("env", PlatformFacts::environment),
                    minimal("date_time", TimeFacts::collect),
                    minimal("dns", PlatformFacts::resolver),
                    minimal("lsb", DistributionFacts::standard),
                    minimal("cmdline", PlatformFacts::kernelArguments),
                    minimal("fips", SecurityFacts::fips),
                    minimal("selinux", SecurityFacts::selinux),
                    minimal("apparmor", SecurityFacts::apparmor),
                    minimal(
                            "caps",
                            SecurityFacts::capabilities,
                            "system_capabilities",
                            "system_capabilities_enforced"),
                    minimal("chroot", PlatformFacts::chroot, "is_chroot"),
                    minimal("pkg_mgr", InstalledFacts::packages),
                    minimal("service_mgr", InstalledFacts::services, "systemd"),
                    minimal(
                            "ssh_pub_keys",
                            SecurityFacts::hostKeys,
                            "ssh_host_pub_keys",
                            "ssh_host_key_dsa_public",
                            "ssh_host_key_ecdsa_public",
                            "ssh_host_key_ed25519_public",
                            "ssh_host_key_rsa_public"),
                    minimal("local", LocalFacts::collect),
                    further("loadavg", PlatformFacts::load),
                    further(
                            "hardware",
                            HardwareFacts::collect,
                            "devices",
                            "mounts",
                            "processor",
                            "processor_cores",
                            "processor_count"),
                    further(
                            "network",
                            NetworkFacts::collect,
                            "interfaces",
                            "default_ipv4",
                            "default_ipv6",
                            "all_ipv4_addresses",
                            "all_ipv6_addresses"),
                    further(
                            "virtual",
                            VirtualFacts::collect,
                            "virtualization_role",
                            "virtualization_tech_guest",
                            "virtualization_tech_host",
                            "virtualization_type"),
                    further("iscsi", StorageFacts::iscsi),
                    further("nvme", StorageFacts::nvme),
                    further("fibre_channel_wwn", StorageFacts::fibreChannel),
                    further("facter", _ -> Map.of(), "ohai"));

    private static Collector minimal(
            String name,
            Function<Gathered, Map<String, @Nullable Object>> collect,
            String... names) {
        return new Collector(name, true, List.of(names), collect);
    }

    private static Collector further(
            String name,
            Function<Gathered, Map<String, @Nullable Object>> collect,
            String... names) {
        return new Collector(name, false, List.of(names), collect);
    }

    /** The collectors of what {@code gather_subset} asks for; {@code !} excludes. */
    static Set<Collector> of(List<String> subsets) {
        var asked = new LinkedHashSet<Collector>();
        var explicit = new LinkedHashSet<Collector>();
        var excluded = new LinkedHashSet<Collector>();
        for (var subset : subsets) {
            if (subset.startsWith("!")) {
                excluded.addAll(subset.equals("!all") ? further() : found(subset.substring(1)));
                continue;
            }
            asked.addAll(named(subset));
            if (!subset.equals(ALL)) {
                explicit.addAll(named(subset));
            }
        }
        if (asked.isEmpty()) {
            asked.addAll(EVERY);
        }
        excluded.removeAll(explicit);
        var wanted = new LinkedHashSet<>(EVERY);
        wanted.removeIf(each -> !each.minimal() && !asked.contains(each));
        wanted.removeAll(excluded);
        return wanted;
    }

    private static List<Collector> further() {
        return EVERY.stream().filter(each -> !each.minimal()).toList();
    }

    /** Those of a name; to exclude what nobody knows is no mistake. */
    private static List<Collector> found(String subset) {
        return switch (subset) {
            case ALL -> EVERY;
            case MINIMAL -> EVERY.stream().filter(Collector::minimal).toList();
            default ->
                    EVERY.stream()
                            .filter(each ->
                                    each.name().equals(subset) || each.names().contains(subset))
                            .toList();
        };
    }

    private static List<Collector> named(String subset) {
        var found = found(subset);
        if (found.isEmpty()) {
            var known = new TreeSet<String>(List.of(ALL));
            EVERY.forEach(each -> known.add(each.name()));
            EVERY.forEach(each -> known.addAll(each.names()));
            throw new TaskFailure(
                    "Bad subset '%s' given to Ansible. gather_subset options allowed: %s"
                            .formatted(subset, String.join(", ", known)));
        }
        return found;
    }
}
