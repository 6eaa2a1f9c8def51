package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Disks, their partitions and the names they have. */
final class DeviceFacts {
    private static final String BLOCK = "/sys/block/";
    private static final Pattern SLOT =
            Pattern.compile(".*/([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-9a-f])/.*");
    private static final Pattern CHOSEN = Pattern.compile(".*\\[(.*)\\].*");
    private static final List<String> UNITS = List.of("Bytes", "KB", "MB", "GB", "TB", "PB", "EB");
    private static final int SECTOR = 512;

    private final Gathered host;
    private final Map<String, Map<String, List<String>>> links = new TreeMap<>();

    private DeviceFacts(Gathered host) {
        this.host = host;
        for (var kind : List.of("id", "uuid", "label")) {
            var named = new TreeMap<String, List<String>>();
            Link.listed(host.said("disks_" + kind))
                    .forEach(link -> add(named, link.targetName(), link.name()));
            links.put(kind + "s", named);
        }
        links.put("masters", masters());
    }

    private static void add(Map<String, List<String>> named, String device, String name) {
        named.computeIfAbsent(device, _ -> new ArrayList<>()).add(name);
    }

    /** What is made of a device, by the device. */
    private Map<String, List<String>> masters() {
        var masters = new TreeMap<String, List<String>>();
        for (var path : host.words("held")) {
            var parts = path.split("/", -1);
            if (parts[parts.length - 2].equals("slaves")) {
                add(masters, parts[parts.length - 1], parts[3]);
            }
        }
        return masters;
    }

    static void collect(Gathered host, Facts facts) {
        var all = new DeviceFacts(host);
        var devices = new TreeMap<String, @Nullable Object>();
        for (var name : host.words("block")) {
            devices.put(name, all.device(name));
        }
        facts.put("devices", devices).put("device_links", all.links);
    }

    private Map<String, @Nullable Object> device(String name) {
        var path = BLOCK + name;
        var sectors = sectors(path);
        var facts =
                new Facts()
                        .put("virtual", 1L)
                        .put("links", linksOf(name))
                        .put("vendor", text(path + "/device/vendor"))
                        .put("model", text(path + "/device/model"))
                        .put("sas_address", text(path + "/device/sas_address"))
                        .put("sas_device_handle", text(path + "/device/sas_device_handle"))
                        .put("removable", text(path + "/removable"))
                        .put("support_discard", text(path + "/queue/discard_granularity"))
                        .put("partitions", partitions(path))
                        .put("rotational", text(path + "/queue/rotational"))
                        .put("scheduler_mode", scheduler(path))
                        .put("sectors", sectors)
                        .put("sectorsize", sectorSize(path))
                        .put("size", readable(sectors * SECTOR))
                        .put("host", controller(name))
                        .put("holders", holders(path));
        links.get("ids").getOrDefault(name, List.of()).stream()
                .filter(id -> id.startsWith("wwn-"))
                .findFirst()
                .ifPresent(id -> facts.put("wwn", id.substring("wwn-".length())));
        return facts.values();
    }

    private Map<String, List<String>> linksOf(String name) {
        var own = new TreeMap<String, List<String>>();
        links.forEach((kind, named) -> own.put(kind, named.getOrDefault(name, List.of())));
        return own;
    }

    private @Nullable Object text(String file) {
        return host.files().containsKey(file) ? host.line(file) : null;
    }

    private long sectors(String path) {
        var size = host.line(path + "/size");
        return size.isEmpty() ? 0 : Long.parseLong(size);
    }

    private String sectorSize(String path) {
        var size = host.line(path + "/queue/logical_block_size");
        return size.isEmpty() ? String.valueOf(SECTOR) : size;
    }

    private String scheduler(String path) {
        var chosen = CHOSEN.matcher(host.line(path + "/queue/scheduler"));
        return chosen.matches() ? chosen.group(1) : "";
    }

    private Map<String, @Nullable Object> partitions(String disk) {
        var partitions = new TreeMap<String, @Nullable Object>();
        for (var path : host.words("partitions")) {
            if (path.startsWith(disk + "/")) {
                var name = path.substring(path.lastIndexOf('/') + 1);
                var uuids = links.get("uuids").getOrDefault(name, List.of());
                partitions.put(
                        name,
                        new Facts()
                                .put("links", linksOf(name))
                                .put("start", host.line(path + "/start"))
                                .put("sectors", sectors(path))
                                .put("sectorsize", Long.valueOf(sectorSize(disk)))
                                .put("size", readable(sectors(path) * SECTOR))
                                .put("uuid", uuids.isEmpty() ? null : uuids.getFirst())
                                .put("holders", holders(path))
                                .values());
            }
        }
        return partitions;
    }

    private List<String> holders(String path) {
        var holders = new ArrayList<String>();
        for (var held : host.words("held")) {
            if (held.startsWith(path + "/holders/")) {
                var name = held.substring(held.lastIndexOf('/') + 1);
                var mapped = host.line(BLOCK + name + "/dm/name");
                holders.add(mapped.isEmpty() ? name : mapped);
            }
        }
        return holders;
    }

    /** What the bus calls the controller of a disk. */
    private String controller(String name) {
        var slot =
                Link.listed(host.said("block_links")).stream()
                        .filter(link -> link.name().equals(name))
                        .map(link -> SLOT.matcher(link.target()))
                        .filter(java.util.regex.Matcher::matches)
                        .map(match -> match.group(1))
                        .findFirst();
        return slot.flatMap(place ->
                        host.said("pci")
                                .lines()
                                .filter(line -> line.startsWith(place + " "))
                                .map(line -> line.substring(place.length() + 1))
                                .findFirst())
                .orElse("");
    }

    /** A number of bytes as people say it. */
    static String readable(long bytes) {
        var size = (double) bytes;
        var unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return "%.2f %s".formatted(size, UNITS.get(unit));
    }
}
