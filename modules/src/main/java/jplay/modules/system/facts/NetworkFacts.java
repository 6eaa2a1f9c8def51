package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interfaces, addresses and where packets leave the host. */
final class NetworkFacts {
    private static final String SYSTEM = "/sys/class/net/";
    private static final Map<String, String> KINDS =
            Map.of(
                    "1",
                    "ether",
                    "32",
                    "infiniband",
                    "512",
                    "ppp",
                    "772",
                    "loopback",
                    "65534",
                    "tunnel");
    private static final long PROMISCUOUS = 0x100;

    private NetworkFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var addresses = Address.of(host);
        var facts = new Facts().put("interfaces", host.words("interfaces"));
        for (var name : host.words("interfaces")) {
            facts.put(name.replaceAll("[-:]", "_"), device(host, name, on(addresses, name)));
        }
        facts.put("all_ipv4_addresses", all(addresses, false))
                .put("all_ipv6_addresses", all(addresses, true))
                .put(
                        "default_ipv4",
                        Way.of(host, false)
                                .map(way -> leaving(host, way, addresses))
                                .orElse(Map.of()))
                .put(
                        "default_ipv6",
                        Way.of(host, true)
                                .map(way -> leaving(host, way, addresses))
                                .orElse(Map.of()))
                .put("locally_reachable_ips", reachable(host, addresses));
        return facts.values();
    }

    /** What the kernel's table of local routes holds. */
    private static Map<String, @Nullable Object> reachable(Gathered host, List<Address> addresses) {
        var four = new LinkedHashSet<String>();
        var last = "";
        for (var line : host.lines("/proc/net/fib_trie")) {
            var text = line.strip();
            if (text.startsWith("|-- ")) {
                last = text.substring("|-- ".length());
            } else if (text.endsWith(" host LOCAL")) {
                var length = text.substring(0, text.indexOf(' '));
                four.add(length.equals("/32") ? last : last + length);
            }
        }
        var six = addresses.stream().filter(Address::six).map(Address::text).sorted().distinct();
        return new Facts().put("ipv4", List.copyOf(four)).put("ipv6", six.toList()).values();
    }

    private static List<Address> on(List<Address> addresses, String name) {
        return addresses.stream().filter(each -> each.device().equals(name)).toList();
    }

    private static List<String> all(List<Address> addresses, boolean six) {
        return addresses.stream()
                .filter(each -> each.six() == six && !each.loopback())
                .map(Address::text)
                .toList();
    }

    private static Map<String, @Nullable Object> device(
            Gathered host, String name, List<Address> addresses) {
        var flags = text(host, name, "flags").replaceFirst("^0x", "");
        var facts =
                new Facts()
                        .put("device", name)
                        .put("active", !text(host, name, "operstate").equals("down"))
                        .put("type", kind(host, name))
                        .put(
                                "promisc",
                                !flags.isEmpty() && (Long.parseLong(flags, 16) & PROMISCUOUS) != 0);
        hardware(host, name, facts);
        var four = addresses.stream().filter(each -> !each.six()).map(Address::facts).toList();
        var six = addresses.stream().filter(Address::six).map(Address::facts).toList();
        if (!four.isEmpty()) {
            facts.put("ipv4", four.getFirst());
        }
        if (four.size() > 1) {
            facts.put("ipv4_secondaries", four.subList(1, four.size()));
        }
        if (!six.isEmpty()) {
            facts.put("ipv6", six);
        }
        return facts.values();
    }

    private static void hardware(Gathered host, String name, Facts facts) {
        macAddress(host, name).ifPresent(address -> facts.put("macaddress", address));
        number(host, name, "mtu").ifPresent(size -> facts.put("mtu", size));
        number(host, name, "speed").ifPresent(speed -> facts.put("speed", speed));
        for (var line : host.said("devices").split("\n", 0)) {
            var target = line.substring(line.lastIndexOf('/') + 1);
            if (line.contains(SYSTEM + name + "/device ->")) {
                facts.put("pciid", target);
            } else if (line.contains(SYSTEM + name + "/device/driver/module ->")) {
                facts.put("module", target);
            }
        }
        var members = members(host, name);
        if (kind(host, name).equals("bridge")) {
            facts.put("interfaces", members)
                    .put("id", text(host, name, "bridge/bridge_id"))
                    .put("stp", text(host, name, "bridge/stp_state").equals("1"));
        }
        if (kind(host, name).equals("bonding")) {
            facts.put("slaves", Gathered.words(text(host, name, "bonding/slaves"), "\\s+"))
                    .put("mode", text(host, name, "bonding/mode").split(" ", 0)[0])
                    .put("miimon", text(host, name, "bonding/miimon"));
        }
    }

    private static List<String> members(Gathered host, String bridge) {
        var members = new ArrayList<String>();
        for (var pair : host.words("members")) {
            if (pair.startsWith(bridge + ":") && pair.length() > bridge.length() + 1) {
                members.add(pair.substring(bridge.length() + 1));
            }
        }
        return members;
    }

    private static String kind(Gathered host, String name) {
        if (host.files().containsKey(SYSTEM + name + "/bridge/bridge_id")) {
            return "bridge";
        }
        if (host.files().containsKey(SYSTEM + name + "/bonding/mode")) {
            return "bonding";
        }
        return KINDS.getOrDefault(text(host, name, "type"), "unknown");
    }

    private static String text(Gathered host, String name, String file) {
        return host.line(SYSTEM + name + "/" + file);
    }

    private static Optional<Long> number(Gathered host, String name, String file) {
        var text = text(host, name, file);
        return text.matches("-?[0-9]+") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<String> macAddress(Gathered host, String name) {
        var text = text(host, name, "address");
        return text.isEmpty() || text.equals("00:00:00:00:00:00")
                ? Optional.empty()
                : Optional.of(text);
    }

    /** The interface, address and gateway of packets to the world. */
    private static Map<String, @Nullable Object> leaving(
            Gathered host, Way way, List<Address> addresses) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        way.gateway().ifPresent(gateway -> facts.put("gateway", gateway));
        facts.put("interface", way.device());
        var source =
                on(addresses, way.device()).stream()
                        .filter(each -> each.six() == way.six())
                        .filter(each -> way.source().map(each.text()::equals).orElse(!each.local()))
                        .findFirst();
        source.ifPresent(address -> facts.putAll(address.facts()));
        if (!way.six() && source.isPresent()) {
            facts.put("alias", source.get().label());
        }
        macAddress(host, way.device()).ifPresent(address -> facts.put("macaddress", address));
        number(host, way.device(), "mtu").ifPresent(size -> facts.put("mtu", size));
        facts.put("type", kind(host, way.device()));
        return facts;
    }
}
