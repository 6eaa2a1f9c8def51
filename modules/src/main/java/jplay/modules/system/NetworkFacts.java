package jplay.modules.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interfaces, their addresses, and the ways out. */
final class NetworkFacts {
    private final Gathered host;
    private final Map<String, Map<String, @Nullable Object>> interfaces = new LinkedHashMap<>();
    private final List<Object> addresses4 = new ArrayList<>();
    private final List<Object> addresses6 = new ArrayList<>();

    private NetworkFacts(Gathered host) {
        this.host = host;
    }

    static Map<String, @Nullable Object> collect(Gathered host) {
        var network = new NetworkFacts(host);
        host.words("interfaces").forEach(network::describe);
        for (var line : host.said("addresses").split("\n", -1)) {
            network.address(Gathered.words(line, "\\s+"));
        }
        var facts = new Facts().put("interfaces", List.copyOf(network.interfaces.keySet()));
        network.interfaces.forEach((name, each) -> facts.put(name.replaceAll("[-:]", "_"), each));
        return facts.put("all_ipv4_addresses", network.addresses4)
                .put("all_ipv6_addresses", network.addresses6)
                .put("default_ipv4", network.way(host.said("route4"), "ipv4"))
                .put("default_ipv6", network.way(host.said("route6"), "ipv6"))
                .values();
    }

    private void describe(String name) {
        var folder = "/sys/class/net/" + name + "/";
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var flags = host.line(folder + "flags");
        var bits = flags.startsWith("0x") ? Integer.parseInt(flags.substring(2), 16) : 0;
        facts.put("device", name);
        var hardware = host.line(folder + "address");
        if (!hardware.isEmpty() && !hardware.equals("00:00:00:00:00:00")) {
            facts.put("macaddress", hardware);
        }
        var mtu = host.line(folder + "mtu");
        if (!mtu.isEmpty()) {
            facts.put("mtu", Long.valueOf(mtu));
        }
        facts.put("active", name.equals("lo") || host.line(folder + "operstate").equals("up"));
        facts.put("promisc", (bits & 0x100) != 0);
        facts.put("type", kind(name, folder));
        var speed = host.line(folder + "speed");
        if (speed.matches("\\d+")) {
            facts.put("speed", Long.valueOf(speed));
        }
        interfaces.put(name, facts);
    }

    private String kind(String name, String folder) {
        if (!host.line(folder + "bonding/mode").isEmpty()) {
            return "bonding";
        }
        if (!host.line(folder + "bridge/bridge_id").isEmpty()) {
            return "bridge";
        }
        return switch (host.line(folder + "type")) {
            case "772" -> "loopback";
            case "512" -> "ppp";
            case "32" -> "infiniband";
            case "65534", "776", "778" -> "tunnel";
            default -> name.equals("lo") ? "loopback" : "ether";
        };
    }

    /** A line of {@code ip -o addr}: number, name, family, address with prefix, and more in pairs. */
    private void address(List<String> words) {
        if (words.size() < 4 || !interfaces.containsKey(words.get(1))) {
            return;
        }
        var name = words.get(1);
        var parts = words.get(3).split("/", 2);
        var prefix = parts.length > 1 ? parts[1] : words.get(2).equals("inet") ? "32" : "128";
        if (words.get(2).equals("inet")) {
            address4(name, parts[0], Integer.parseInt(prefix), after(words, "brd").orElse(""));
        } else if (words.get(2).equals("inet6")) {
            address6(name, parts[0], prefix, after(words, "scope").orElse(""));
        }
    }

    private static Optional<String> after(List<String> words, String word) {
        var at = words.indexOf(word);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    private void address4(String name, String address, int prefix, String broadcast) {
        var mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("address", address);
        entry.put("broadcast", broadcast);
        entry.put("netmask", dotted(mask));
        entry.put("network", dotted(number(address) & mask));
        entry.put("prefix", String.valueOf(prefix));
        var facts = interfaces.get(name);
        if (facts.containsKey("ipv4")) {
            more(facts, "ipv4_secondaries", entry);
        } else {
            facts.put("ipv4", entry);
        }
        if (!address.startsWith("127.")) {
            addresses4.add(address);
        }
    }

    private void address6(String name, String address, String prefix, String scope) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("address", address);
        entry.put("prefix", prefix);
        entry.put("scope", scope);
        more(interfaces.get(name), "ipv6", entry);
        if (!address.equals("::1")) {
            addresses6.add(address);
        }
    }

    private static void more(Map<String, @Nullable Object> facts, String name, Map<String, @Nullable Object> entry) {
        var all = new ArrayList<Object>();
        if (facts.get(name) instanceof List<?> before) {
            all.addAll(before);
        }
        all.add(entry);
        facts.put(name, all);
    }

    private static int number(String address) {
        var number = 0;
        for (var part : List.of(address.split("\\.", 4))) {
            number = (number << 8) | Integer.parseInt(part);
        }
        return number;
    }

    private static String dotted(int number) {
        return "%d.%d.%d.%d"
                .formatted((number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255);
    }

    /** What {@code ip route get} to a distant address tells: the interface and address used by default. */
    private Map<String, @Nullable Object> way(String route, String family) {
        var words = Gathered.words(route, "\\s+");
        var device = after(words, "dev");
        var source = after(words, "src");
        if (device.isEmpty() || source.isEmpty() || !interfaces.containsKey(device.get())) {
            return Map.of();
        }
        var facts = interfaces.get(device.get());
        var way = new LinkedHashMap<String, @Nullable Object>();
        after(words, "via").ifPresent(gateway -> way.put("gateway", gateway));
        way.put("interface", device.get());
        way.put("address", source.get());
        way.put("macaddress", facts.get("macaddress"));
        way.put("mtu", facts.get("mtu"));
        way.put("type", facts.get("type"));
        way.putAll(detail(facts, family, source.get()));
        if (family.equals("ipv4")) {
            way.put("alias", device.get());
        }
        return way;
    }

    private static Map<String, @Nullable Object> detail(
            Map<String, @Nullable Object> facts, String family, String address) {
        var entries = new ArrayList<Object>();
        for (var name : List.of(family, family + "_secondaries")) {
            if (facts.get(name) instanceof List<?> several) {
                entries.addAll(several);
            } else if (facts.get(name) instanceof Map<?, ?> one) {
                entries.add(one);
            }
        }
        var detail = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : entries) {
            if (entry instanceof Map<?, ?> map && address.equals(map.get("address"))) {
                map.forEach((name, value) -> detail.put(String.valueOf(name), value));
            }
        }
        return detail;
    }
}
