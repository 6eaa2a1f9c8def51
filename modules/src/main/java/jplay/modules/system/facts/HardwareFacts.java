package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Memory, processors, mounted file systems and what the firmware tells. */
final class HardwareFacts {
    private static final long MEGA = 1024;
    private static final String PROCESSOR = "processor";
    private static final Set<String> TELLING =
            Set.of(PROCESSOR, "vendor_id", "model name", "cpu", "vendor");
    private static final List<String> FIRMWARE =
            List.of(
                    "bios_date",
                    "bios_vendor",
                    "bios_version",
                    "board_asset_tag",
                    "board_name",
                    "board_serial",
                    "board_vendor",
                    "board_version",
                    "chassis_asset_tag",
                    "chassis_serial",
                    "chassis_vendor",
                    "chassis_version",
                    "product_name",
                    "product_serial",
                    "product_uuid",
                    "product_version");

    /** Kinds of chassis, by the number that the standard of system management gives them. */
    private static final List<String> FORMS =
            List.of(
                    "Unknown",
                    "Other",
                    "Unknown",
                    "Desktop",
                    "Low Profile Desktop",
                    "Pizza Box",
                    "Mini Tower",
                    "Tower",
                    "Portable",
                    "Laptop",
                    "Notebook",
                    "Hand Held",
                    "Docking Station",
                    "All In One",
                    "Sub Notebook",
                    "Space-saving",
                    "Lunch Box",
                    "Main Server Chassis",
                    "Expansion Chassis",
                    "Sub Chassis",
                    "Bus Expansion Chassis",
                    "Peripheral Chassis",
                    "RAID Chassis",
                    "Rack Mount Chassis",
                    "Sealed-case PC",
                    "Multi-system",
                    "CompactPCI",
                    "AdvancedTCA",
                    "Blade",
                    "Blade Enclosure");

    private HardwareFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var facts = new Facts();
        memory(host, facts);
        processors(host, facts);
        facts.put("mounts", MountFacts.collect(host));
        DeviceFacts.collect(host, facts);
        facts.put("lvm", StorageFacts.volumes(host));
        facts.put("form_factor", form(host));
        for (var name : FIRMWARE) {
            facts.put(name, firmware(host, name));
        }
        facts.put("system_vendor", firmware(host, "sys_vendor"));
        var uptime = host.line("/proc/uptime").split("\\.", 0)[0];
        if (!uptime.isEmpty()) {
            facts.put("uptime_seconds", Long.valueOf(uptime));
        }
        return facts.values();
    }

    private static String form(Gathered host) {
        var number = host.line("/sys/class/dmi/id/chassis_type");
        var known = number.matches("[0-9]{1,2}") && Integer.parseInt(number) < FORMS.size();
        return known ? FORMS.get(Integer.parseInt(number)) : "NA";
    }

    private static String firmware(Gathered host, String name) {
        var text = host.line("/sys/class/dmi/id/" + name);
        return text.isEmpty() ? "NA" : text;
    }

    private static void memory(Gathered host, Facts facts) {
        var sizes = new LinkedHashMap<String, Long>();
        host.pairs("/proc/meminfo", ':')
                .forEach((name, size) ->
                        sizes.put(name, Long.parseLong(size.split(" ", 0)[0]) / MEGA));
        if (sizes.isEmpty()) {
            return;
        }
        long total = sizes.get("MemTotal");
        long free = sizes.get("MemFree");
        var swapTotal = sizes.getOrDefault("SwapTotal", 0L);
        var swapFree = sizes.getOrDefault("SwapFree", 0L);
        facts.put("memtotal_mb", total)
                .put("memfree_mb", free)
                .put("swaptotal_mb", swapTotal)
                .put("swapfree_mb", swapFree);
        var swap = new HashMap<>(use(swapTotal, swapFree));
        swap.put("cached", sizes.getOrDefault("SwapCached", 0L));
        var unused = free + sizes.getOrDefault("Cached", 0L) + sizes.getOrDefault("Buffers", 0L);
        var nocache = Map.of("free", unused, "used", total - unused);
        facts.put("memory_mb", Map.of("real", use(total, free), "nocache", nocache, "swap", swap));
    }

    private static Map<String, Long> use(long total, long free) {
        return Map.of("total", total, "used", total - free, "free", free);
    }

    private static void processors(Gathered host, Facts facts) {
        var lines = host.lines("/proc/cpuinfo").stream().map(line -> line.split(":", 2)).toList();
        var told = new ArrayList<String>();
        var last = new LinkedHashMap<String, String>();
        var sockets = new LinkedHashSet<String>();
        for (var line : lines) {
            var name = line[0].strip().toLowerCase(Locale.ROOT);
            var value = line.length > 1 ? line[1].strip() : "";
            last.put(name, value);
            if (TELLING.contains(name)) {
                told.add(value);
            } else if (name.equals("physical id")) {
                sockets.add(value);
            }
        }
        var processors = lines.stream().filter(line -> line[0].strip().equals(PROCESSOR)).count();
        facts.put(PROCESSOR, told)
                .put("processor_nproc", usable(host.said("usable_processors"), processors))
                .put(
                        "flags",
                        Gathered.words(
                                last.getOrDefault("flags", last.getOrDefault("features", "")),
                                "\\s+"));
        topology(facts, new Topology(processors, sockets.size(), last));
    }

    /**
     * How processors are arranged.
     *
     * @param last what the last of them told
     */
    private record Topology(long processors, long sockets, Map<String, String> last) {}

    private static void topology(Facts facts, Topology topology) {
        var known = topology.sockets() > 0;
        var count = known ? topology.sockets() : topology.processors();
        var cores = known ? Long.parseLong(topology.last().getOrDefault("cpu cores", "1")) : 1;
        var siblings = Long.parseLong(topology.last().getOrDefault("siblings", "1"));
        var threads = known ? Math.max(1, siblings / cores) : 1;
        facts.put("processor_count", count)
                .put("processor_cores", cores)
                .put("processor_threads_per_core", threads)
                .put("processor_vcpus", known ? count * cores * threads : topology.processors());
    }

    /** How many processors a list such as {@code 0-3,8} names. */
    private static long usable(String list, long otherwise) {
        long usable = 0;
        for (var range : Gathered.words(list, ",")) {
            var ends = range.split("-", 0);
            usable += Long.parseLong(ends[ends.length - 1]) - Long.parseLong(ends[0]) + 1;
        }
        return usable == 0 ? otherwise : usable;
    }
}
