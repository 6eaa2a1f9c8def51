package jplay.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the host is a machine of its own, a guest or a container. */
final class VirtualFacts {
    private static final String DMI = "/sys/class/dmi/id/";

    private final Gathered host;
    private final List<String> guest = new ArrayList<>();
    private String type = "";
    private String role = "guest";

    private VirtualFacts(Gathered host) {
        this.host = host;
    }

    static Map<String, @Nullable Object> collect(Gathered host) {
        var facts = new VirtualFacts(host);
        facts.containers();
        facts.machines();
        var owner = facts.owner();
        if (facts.type.isEmpty() && !owner.isEmpty()) {
            facts.type = owner.getFirst();
            facts.role = "host";
        }
        var none = facts.type.isEmpty();
        return new Facts()
                .put("virtualization_type", none ? "NA" : facts.type)
                .put("virtualization_role", none ? "NA" : facts.role)
                .put("virtualization_tech_guest", facts.guest)
                .put("virtualization_tech_host", owner)
                .values();
    }

    private void found(String kind) {
        if (!guest.contains(kind)) {
            guest.add(kind);
        }
        if (type.isEmpty()) {
            type = kind;
        }
    }

    private void containers() {
        var groups = String.join("\n", host.lines("/proc/1/cgroup"));
        if (host.seen("/.dockerenv") || host.seen("/.dockerinit") || groups.contains("/docker")) {
            found("docker");
        }
        if (host.seen("/run/.containerenv")) {
            found("podman");
        }
        if (host.said("container").equals("lxc") || groups.contains("/lxc/")) {
            found("lxc");
        }
        if (host.seen("/proc/vz") && !host.seen("/proc/bc")) {
            found("openvz");
        }
        var named = host.line("/run/systemd/container");
        if (!named.isEmpty()) {
            found(named);
        }
        if (!guest.isEmpty()) {
            guest.add("container");
        }
    }

    private void machines() {
        var words = (host.line(DMI + "product_name") + " " + host.line(DMI + "sys_vendor") + " "
                        + host.line(DMI + "bios_vendor"))
                .toLowerCase(Locale.ROOT);
        if (host.seen("/proc/xen") || host.line("/sys/hypervisor/type").equals("xen")) {
            role = host.line("/proc/xen/capabilities").contains("control_d") ? "host" : role;
            found("xen");
        }
        if (words.matches(".*(kvm|openstack|rhev|ovirt|qemu|bochs|google compute|amazon ec2|digitalocean).*")) {
            found("kvm");
        }
        if (words.contains("vmware")) {
            found("VMware");
        }
        if (words.contains("virtualbox") || words.contains("innotek")) {
            found("virtualbox");
        }
        if (words.contains("parallels")) {
            found("parallels");
        }
        if (words.contains("microsoft") && words.contains("virtual")) {
            found("VirtualPC");
        }
        if (guest.isEmpty() && host.lines("/proc/cpuinfo").stream().anyMatch(line -> line.contains("QEMU Virtual"))) {
            found("kvm");
        }
    }

    /** What guests this host could have. */
    private List<String> owner() {
        var owner = new ArrayList<String>();
        if (host.seen("/dev/kvm") || host.seen("/sys/module/kvm")) {
            owner.add("kvm");
        }
        if (host.seen("/sys/module/vboxdrv")) {
            owner.add("virtualbox");
        }
        return owner;
    }
}
