package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logical volumes, and the names by which remote storage knows a host. */
final class StorageFacts {
    private StorageFacts() {}

    /** Groups, volumes and disks of the volume manager; {@code N/A} where nobody can be asked. */
    static @Nullable Object volumes(Gathered host) {
        if (!host.said().containsKey("lvm_vgs")) {
            return "N/A";
        }
        var groups = new LinkedHashMap<String, @Nullable Object>();
        for (var row : rows(host, "lvm_vgs", 7)) {
            groups.put(
                    row.get(0),
                    Map.of(
                            "size_g", row.get(5),
                            "free_g", row.get(6),
                            "num_lvs", row.get(2),
                            "num_pvs", row.get(1)));
        }
        var volumes = new LinkedHashMap<String, @Nullable Object>();
        for (var row : rows(host, "lvm_lvs", 4)) {
            volumes.put(row.get(0), Map.of("size_g", row.get(3), "vg", row.get(1)));
        }
        var disks = new LinkedHashMap<String, @Nullable Object>();
        for (var row : rows(host, "lvm_pvs", 6)) {
            disks.put(
                    row.get(0),
                    Map.of("size_g", row.get(4), "free_g", row.get(5), "vg", row.get(1)));
        }
        return new Facts().put("lvs", volumes).put("vgs", groups).put("pvs", disks).values();
    }

    private static List<List<String>> rows(Gathered host, String name, int columns) {
        var rows = new ArrayList<List<String>>();
        host.said(name)
                .lines()
                .map(line -> List.of(line.strip().split(",", -1)))
                .filter(row -> row.size() >= columns)
                .forEach(rows::add);
        return rows;
    }

    static Map<String, @Nullable Object> iscsi(Gathered host) {
        var name =
                host.lines("/etc/iscsi/initiatorname.iscsi").stream()
                        .filter(line -> line.startsWith("InitiatorName="))
                        .map(line -> line.substring(line.indexOf('=') + 1).strip())
                        .findFirst();
        return new Facts().put("iscsi_iqn", name.orElse("")).values();
    }

    static Map<String, @Nullable Object> nvme(Gathered host) {
        var name =
                host.lines("/etc/nvme/hostnqn").stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("nqn."))
                        .findFirst();
        return new Facts().put("hostnqn", name.orElse("")).values();
    }

    static Map<String, @Nullable Object> fibreChannel(Gathered host) {
        var names =
                host.files().keySet().stream()
                        .filter(file -> file.startsWith("/sys/class/fc_host/"))
                        .map(file -> host.line(file).replaceFirst("^0x", ""))
                        .toList();
        return new Facts().put("fibre_channel_wwn", names).values();
    }
}
