package jplay.modules.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Memory, processors, file systems, and what the firmware tells. */
final class HardwareFacts {
    private static final String DMI = "/sys/class/dmi/id/";
    private static final List<String> FIRMWARE = List.of(
            "bios_date", "bios_vendor", "bios_version", "board_asset_tag", "board_name", "board_serial",
            "board_vendor", "board_version", "chassis_asset_tag", "chassis_serial", "chassis_vendor",
            "chassis_version", "product_name", "product_serial", "product_uuid", "product_version");

    private HardwareFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var facts = new Facts();
        memory(host, facts);
        processors(host, facts);
        for (var name : FIRMWARE) {
            var value = host.line(DMI + name);
            facts.put(name, value.isEmpty() ? "NA" : value);
        }
        var vendor = host.line(DMI + "sys_vendor");
        facts.put("system_vendor", vendor.isEmpty() ? "NA" : vendor);
        facts.put("mounts", mounts(host));
        var uptime = Gathered.words(host.line("/proc/uptime"), "\\s+");
        if (!uptime.isEmpty()) {
            facts.put("uptime_seconds", (long) Double.parseDouble(uptime.getFirst()));
        }
        return facts.values();
    }

    private static void memory(Gathered host, Facts facts) {
        var kilobytes = new HashMap<String, Long>();
        host.pairs("/proc/meminfo", ':')
                .forEach((name, value) -> kilobytes.put(name, Long.valueOf(value.replaceFirst("\\s.*$", ""))));
        if (kilobytes.isEmpty()) {
            return;
        }
        var total = megabytes(kilobytes, "MemTotal");
        var free = megabytes(kilobytes, "MemFree");
        var unused = free + megabytes(kilobytes, "Cached") + megabytes(kilobytes, "Buffers");
        var swap = megabytes(kilobytes, "SwapTotal");
        var swapFree = megabytes(kilobytes, "SwapFree");
        facts.put("memtotal_mb", total).put("memfree_mb", free);
        facts.put("swaptotal_mb", swap).put("swapfree_mb", swapFree);
        facts.put(
                "memory_mb",
                Map.of(
                        "real", Map.of("total", total, "used", total - free, "free", free),
                        "nocache", Map.of("free", unused, "used", total - unused),
                        "swap",
                                Map.of(
                                        "total", swap,
                                        "free", swapFree,
                                        "used", swap - swapFree,
                                        "cached", megabytes(kilobytes, "SwapCached"))));
    }

    private static long megabytes(Map<String, Long> kilobytes, String name) {
        return kilobytes.getOrDefault(name, 0L) / 1024;
    }

    private static void processors(Gathered host, Facts facts) {
        var described = new ArrayList<Object>();
        var sockets = new HashSet<String>();
        var cores = 0L;
        var siblings = 0L;
        var count = 0L;
        for (var line : host.lines("/proc/cpuinfo")) {
            var parts = line.split(":", 2);
            var value = parts.length > 1 ? parts[1].strip() : "";
            switch (parts[0].strip()) {
                case "processor" -> {
                    count++;
                    described.add(value);
                }
                case "vendor_id", "model name", "Processor", "CPU" -> described.add(value);
                case "physical id" -> sockets.add(value);
                case "cpu cores" -> cores = Math.max(cores, number(value));
                case "siblings" -> siblings = Math.max(siblings, number(value));
                case "flags", "Features" -> facts.put("flags", Gathered.words(value, "\\s+"));
                default -> {}
            }
        }
        var packages = sockets.isEmpty() ? Math.max(1, count) : sockets.size();
        var perPackage = cores == 0 ? 1 : cores;
        var threads = siblings == 0 || cores == 0 ? 1 : Math.max(1, siblings / cores);
        facts.put("processor", described)
                .put("processor_count", packages)
                .put("processor_cores", perPackage)
                .put("processor_threads_per_core", threads)
                .put("processor_vcpus", Math.max(threads * packages * perPackage, 1))
                .put("processor_nproc", usable(host, count));
    }

    private static long number(String text) {
        return text.matches("\\d+") ? Long.parseLong(text) : 0;
    }

    /** How many processors a list such as {@code 0-3,8} names. */
    private static long usable(Gathered host, long all) {
        var sum = 0L;
        for (var range : Gathered.words(host.said("usable_processors"), ",")) {
            var ends = range.split("-", 2);
            sum += ends.length > 1 ? number(ends[1]) - number(ends[0]) + 1 : 1;
        }
        return sum == 0 ? all : sum;
    }

    private static List<Map<String, @Nullable Object>> mounts(Gathered host) {
        var sizes = new HashMap<String, List<String>>();
        for (var line : host.said("sizes").split("\n", -1)) {
            var parts = List.of(line.split("\\|", 7));
            if (parts.size() == 7) {
                sizes.put(parts.get(6), parts);
            }
        }
        var mounts = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : host.lines("/proc/mounts")) {
            var words = Gathered.words(line, " ");
            if (words.size() >= 4 && sizes.containsKey(unescaped(words.get(1)))) {
                mounts.add(mount(words, sizes.get(unescaped(words.get(1)))));
            }
        }
        return mounts;
    }

    private static Map<String, @Nullable Object> mount(List<String> words, List<String> sizes) {
        var mount = new LinkedHashMap<String, @Nullable Object>();
        mount.put("mount", unescaped(words.get(1)));
        mount.put("device", unescaped(words.get(0)));
        mount.put("fstype", words.get(2));
        mount.put("options", words.get(3));
        mount.put("dump", words.size() > 4 ? number(words.get(4)) : 0);
        mount.put("passno", words.size() > 5 ? number(words.get(5)) : 0);
        var size = number(sizes.get(0));
        var blocks = number(sizes.get(1));
        var available = number(sizes.get(3));
        mount.put("size_total", size * blocks);
        mount.put("size_available", size * available);
        mount.put("block_size", size);
        mount.put("block_total", blocks);
        mount.put("block_available", available);
        mount.put("block_used", blocks - available);
        mount.put("inode_total", number(sizes.get(4)));
        mount.put("inode_available", number(sizes.get(5)));
        mount.put("inode_used", number(sizes.get(4)) - number(sizes.get(5)));
        mount.put("uuid", "N/A");
        return mount;
    }

    private static String unescaped(String path) {
        return path.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
