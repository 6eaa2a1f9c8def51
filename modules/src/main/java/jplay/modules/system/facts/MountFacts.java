package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mounted file systems and how full they are. */
final class MountFacts {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final List<String> SIZES =
            List.of(
                    "block_size",
                    "block_total",
                    "free",
                    "block_available",
                    "inode_total",
                    "inode_available");

    private MountFacts() {}

    static List<Map<String, @Nullable Object>> collect(Gathered host) {
        var sizes = new HashMap<String, String[]>();
        host.said("sizes")
                .lines()
                .map(line -> line.split("\\|", SIZES.size() + 1))
                .filter(parts -> parts.length > SIZES.size())
                .forEach(parts -> sizes.put(parts[SIZES.size()], parts));
        var disks = uuids(host);
        var bound = bound(host);
        var mounts = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : host.lines("/proc/mounts")) {
            var fields = line.split(" ", 0);
            if (fields.length >= 4 && counts(fields[0], fields[2])) {
                fields[3] = options(fields[3], bound.contains(fields[1]));
                mounts.add(mount(fields, sizes, disks));
            }
        }
        return mounts;
    }

    private static String options(String options, boolean bound) {
        return bound && !options.matches(".*\\bbind\\b.*") ? options + ",bind" : options;
    }

    private static boolean counts(String device, String kind) {
        return !kind.equals("none")
                && (device.startsWith("/") || device.contains(":/") || kind.equals("zfs"));
    }

    private static Map<String, @Nullable Object> mount(
            String[] fields, Map<String, String[]> sizes, Map<String, String> disks) {
        var path = plain(fields[1]);
        var device = plain(fields[0]);
        var facts =
                new Facts()
                        .put("mount", path)
                        .put("device", device)
                        .put("fstype", fields[2])
                        .put("options", fields[3])
                        .put("dump", Long.valueOf(fields[4]))
                        .put("passno", Long.valueOf(fields[5]))
                        .put(
                                "uuid",
                                disks.getOrDefault(
                                        device.substring(device.lastIndexOf('/') + 1), "N/A"));
        var size = sizes.get(path);
        if (size != null) {
            var numbers = new HashMap<String, Long>();
            SIZES.forEach(name -> numbers.put(name, Long.valueOf(size[SIZES.indexOf(name)])));
            fill(facts, numbers);
        }
        return facts.values();
    }

    private static void fill(Facts facts, Map<String, Long> numbers) {
        long block = numbers.get("block_size");
        long total = numbers.get("block_total");
        long available = numbers.get("block_available");
        long nodes = numbers.get("inode_total");
        long nodesFree = numbers.get("inode_available");
        facts.put("size_total", block * total)
                .put("size_available", block * available)
                .put("block_size", block)
                .put("block_total", total)
                .put("block_available", available)
                .put("block_used", total - available)
                .put("inode_total", nodes)
                .put("inode_available", nodesFree)
                .put("inode_used", nodes - nodesFree);
    }

    /** Unique names of disks, by the names of their devices. */
    private static Map<String, String> uuids(Gathered host) {
        var disks = new HashMap<String, String>();
        Link.listed(host.said("disks_uuid"))
                .forEach(link -> disks.put(link.targetName(), link.name()));
        return disks;
    }

    /** Where a part of a file system is mounted, not its root. */
    private static Set<String> bound(Gathered host) {
        var bound = new HashSet<String>();
        for (var line : host.lines("/proc/self/mountinfo")) {
            var fields = line.split(" ", 0);
            if (fields.length > 4 && !fields[3].equals("/")) {
                bound.add(fields[4]);
            }
        }
        return bound;
    }

    private static String plain(String written) {
        return OCTAL.matcher(written)
                .replaceAll(found ->
                        Character.toString(Integer.parseInt(found.group(1), 8))
                                .replace("\\", "\\\\"));
    }
}
