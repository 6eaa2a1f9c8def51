package jplay.modules.system.facts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a host is a machine of its own, a guest on one, or a host of guests. */
final class VirtualFacts {
    private static final String CONTAINER = "container";

    /** Beginnings of what the firmware calls the product or vendor. */
    private static final List<Map.Entry<String, String>> PRODUCTS =
            List.of(
                    Map.entry("kvm", "kvm"),
                    Map.entry("bochs", "kvm"),
                    Map.entry("amazon ec2", "kvm"),
                    Map.entry("google compute engine", "kvm"),
                    Map.entry("alibaba cloud", "kvm"),
                    Map.entry("openstack", "openstack"),
                    Map.entry("rhev", "RHEV"),
                    Map.entry("ovirt", "oVirt"),
                    Map.entry("red hat", "kvm"),
                    Map.entry("qemu", "kvm"),
                    Map.entry("vmware", "VMware"),
                    Map.entry("virtualbox", "virtualbox"),
                    Map.entry("innotek", "virtualbox"),
                    Map.entry("hvm domu", "xen"),
                    Map.entry("xen", "xen"),
                    Map.entry("virtual machine", "VirtualPC"),
                    Map.entry("parallels", "parallels"),
                    Map.entry("nutanix", "kvm"),
                    Map.entry("digitalocean", "kvm"));

    private VirtualFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var guest = new LinkedHashSet<String>();
        containers(host, guest);
        machines(host, guest);
        var hosting = hosting(host);
        var role = guest.isEmpty() ? (hosting.isEmpty() ? "NA" : "host") : "guest";
        var kind =
                guest.isEmpty()
                        ? (hosting.isEmpty() ? "NA" : hosting.iterator().next())
                        : guest.iterator().next();
        return new Facts()
                .put("virtualization_type", kind)
                .put("virtualization_role", role)
                .put("virtualization_tech_guest", List.copyOf(guest))
                .put("virtualization_tech_host", List.copyOf(hosting))
                .values();
    }

    private static void containers(Gathered host, Set<String> guest) {
        var groups = String.join("\n", host.lines("/proc/1/cgroup"));
        var told = host.line("/run/systemd/container");
        if (groups.contains("/docker") || host.seen("/.dockerenv") || host.seen("/.dockerinit")) {
            guest.add("docker");
        }
        if (host.seen("/run/.containerenv") || told.equals("podman")) {
            guest.add("podman");
        }
        if (groups.contains("/lxc")
                || host.said(CONTAINER).equals("lxc")
                || told.startsWith("lxc")) {
            guest.add("lxc");
        }
        if (host.seen("/proc/vz") && !host.seen("/proc/bc")) {
            guest.add("openvz");
        }
        if (guest.isEmpty() && !told.isEmpty()) {
            guest.add(told);
        }
        if (!guest.isEmpty()) {
            guest.add(CONTAINER);
        }
    }

    private static void machines(Gathered host, Set<String> guest) {
        var xen = host.line("/sys/hypervisor/type").equals("xen") || host.seen("/proc/xen");
        if (xen && !host.line("/proc/xen/capabilities").contains("control_d")) {
            guest.add("xen");
        }
        for (var name : List.of("product_name", "sys_vendor", "bios_vendor")) {
            var text = host.line("/sys/class/dmi/id/" + name).toLowerCase(Locale.ROOT);
            PRODUCTS.stream()
                    .filter(each -> text.startsWith(each.getKey()))
                    .findFirst()
                    .ifPresent(each -> guest.add(each.getValue()));
        }
        var processor = String.join("\n", host.lines("/proc/cpuinfo"));
        if (processor.contains("QEMU")) {
            guest.add("kvm");
        }
    }

    private static Set<String> hosting(Gathered host) {
        var hosting = new LinkedHashSet<String>();
        if (host.line("/proc/xen/capabilities").contains("control_d")) {
            hosting.add("xen");
        }
        if (host.seen("/proc/vz") && host.seen("/proc/bc")) {
            hosting.add("openvz");
        }
        if (host.seen("/dev/kvm") || host.seen("/sys/module/kvm")) {
            hosting.add("kvm");
        }
        if (host.seen("/sys/module/vboxdrv")) {
            hosting.add("virtualbox");
        }
        return hosting;
    }
}
