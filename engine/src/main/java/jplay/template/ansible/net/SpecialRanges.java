package jplay.template.ansible.net;

import java.util.List;

/** The networks that registries keep for special purposes. */
enum SpecialRanges {
    LOOPBACK("127.0.0.0/8", "::1/128"),
    LINK_LOCAL("169.254.0.0/16", "fe80::/10"),
    MULTICAST("224.0.0.0/4", "ff00::/8"),
    SHARED("100.64.0.0/10"),
    MAPPED("::ffff:0:0/96"),
    SIX_TO_FOUR("2002::/16"),
    TEREDO("2001::/32"),
    UNSPECIFIED("0.0.0.0/32", "::/128"),

    /** Addresses that are not routed everywhere, but for {@link #GLOBAL_WITHIN}. */
    NOT_GLOBAL(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "::1/128",
            "::/128",
            "::ffff:0:0/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10"),

    /** Exceptions from {@link #NOT_GLOBAL}. */
    GLOBAL_WITHIN(
            "192.0.0.9/32",
            "192.0.0.10/32",
            "2001:1::1/128",
            "2001:1::2/128",
            "2001:3::/32",
            "2001:4:112::/48",
            "2001:20::/28",
            "2001:30::/28"),

    /** Addresses of private use as Python 3.11 sees them. */
    PRIVATE(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/29",
            "192.0.0.170/31",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "::1/128",
            "::/128",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10"),

    /** Addresses without any use yet. */
    RESERVED(
            "240.0.0.0/4",
            "::/8",
            "100::/8",
            "200::/7",
            "400::/6",
            "800::/5",
            "1000::/4",
            "4000::/3",
            "6000::/3",
            "8000::/3",
            "a000::/3",
            "c000::/3",
            "e000::/4",
            "f000::/5",
            "f800::/6",
            "fe00::/9");

    private final List<IpNetwork> networks;

    SpecialRanges(String... networks) {
        this.networks =
                List.of(networks).stream()
                        .map(text -> IpNetwork.parse(text).orElseThrow())
                        .toList();
    }

    /** Whether a network lies wholly in one of these. */
    boolean contain(IpNetwork network) {
        return networks.stream().anyMatch(around -> around.contains(network));
    }

    /** Whether packets to an address are routed everywhere. */
    static boolean isGlobal(IpNetwork address) {
        return !NOT_GLOBAL.contain(address) || GLOBAL_WITHIN.contain(address);
    }
}
