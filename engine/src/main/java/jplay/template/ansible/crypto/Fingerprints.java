package jplay.template.ansible.crypto;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.template.ansible.Digests;

/** Digests of one thing under every algorithm. */
final class Fingerprints {
    /** Bytes between colons. */
    static final HexFormat HEX = HexFormat.ofDelimiter(":");

    private static final int SHAKEN = 32;
    private static final List<String> ALGORITHMS =
            List.of(
                    "blake2b",
                    "blake2s",
                    "md5",
                    "sha1",
                    "sha224",
                    "sha256",
                    "sha384",
                    "sha3_224",
                    "sha3_256",
                    "sha3_384",
                    "sha3_512",
                    "sha512");

    private Fingerprints() {}

    static Map<String, Object> of(byte[] bytes) {
        var prints = new TreeMap<String, Object>();
        for (var name : ALGORITHMS) {
            prints.put(name, HEX.formatHex(Digests.of(name).orElseThrow().apply(bytes)));
        }
        prints.put("shake_128", HEX.formatHex(Digests.shake(128, bytes, SHAKEN)));
        prints.put("shake_256", HEX.formatHex(Digests.shake(256, bytes, SHAKEN)));
        return prints;
    }
}
