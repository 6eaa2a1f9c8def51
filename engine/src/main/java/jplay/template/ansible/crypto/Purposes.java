package jplay.template.ansible.crypto;

import static java.util.Map.entry;

import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;

/** How OpenSSL names what keys are for. */
final class Purposes {
    /** By the bits of the extension. */
    static final Map<Integer, String> KEY =
            Map.of(
                    KeyUsage.digitalSignature, "Digital Signature",
                    KeyUsage.nonRepudiation, "Non Repudiation",
                    KeyUsage.keyEncipherment, "Key Encipherment",
                    KeyUsage.dataEncipherment, "Data Encipherment",
                    KeyUsage.keyAgreement, "Key Agreement",
                    KeyUsage.keyCertSign, "Certificate Sign",
                    KeyUsage.cRLSign, "CRL Sign",
                    KeyUsage.encipherOnly, "Encipher Only",
                    KeyUsage.decipherOnly, "Decipher Only");

    /** By object identifier. */
    static final Map<String, String> EXTENDED =
            Map.ofEntries(
                    entry("1.3.6.1.4.1.311.10.3.3", "Microsoft Server Gated Crypto"),
                    entry("1.3.6.1.4.1.311.10.3.4", "Microsoft Encrypted File System"),
                    entry("1.3.6.1.4.1.311.2.1.21", "Microsoft Individual Code Signing"),
                    entry("1.3.6.1.4.1.311.2.1.22", "Microsoft Commercial Code Signing"),
                    entry("1.3.6.1.4.1.311.10.3.1", "Microsoft Trust List Signing"),
                    entry("1.3.6.1.4.1.311.20.2.2", "Microsoft Smartcardlogin"),
                    entry("1.3.6.1.5.2.3.4", "PKINIT Client Auth"),
                    entry("1.3.6.1.5.2.3.5", "Signing KDC Response"),
                    entry("1.3.6.1.5.5.7.3.1", "TLS Web Server Authentication"),
                    entry("1.3.6.1.5.5.7.3.10", "dvcs"),
                    entry("1.3.6.1.5.5.7.3.17", "ipsec Internet Key Exchange"),
                    entry("1.3.6.1.5.5.7.3.2", "TLS Web Client Authentication"),
                    entry("1.3.6.1.5.5.7.3.21", "SSH Client"),
                    entry("1.3.6.1.5.5.7.3.22", "SSH Server"),
                    entry("1.3.6.1.5.5.7.3.3", "Code Signing"),
                    entry("1.3.6.1.5.5.7.3.4", "E-mail Protection"),
                    entry("1.3.6.1.5.5.7.3.5", "IPSec End System"),
                    entry("1.3.6.1.5.5.7.3.6", "IPSec Tunnel"),
                    entry("1.3.6.1.5.5.7.3.7", "IPSec User"),
                    entry("1.3.6.1.5.5.7.3.8", "Time Stamping"),
                    entry("1.3.6.1.5.5.7.3.9", "OCSP Signing"),
                    entry("2.16.840.1.113730.4.1", "Netscape Server Gated Crypto"),
                    entry("2.5.29.37.0", "Any Extended Key Usage"));

    private static final Map<String, String> SIGNATURES =
            Map.ofEntries(
                    entry("1.2.840.10040.4.3", "dsa-with-sha1"),
                    entry("1.2.840.10045.4.1", "ecdsa-with-SHA1"),
                    entry("1.2.840.10045.4.3.1", "ecdsa-with-SHA224"),
                    entry("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
                    entry("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"),
                    entry("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
                    entry("1.2.840.113549.1.1.10", "rsassaPss"),
                    entry("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
                    entry("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"),
                    entry("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
                    entry("1.2.840.113549.1.1.14", "sha224WithRSAEncryption"),
                    entry("1.2.840.113549.1.1.4", "md5WithRSAEncryption"),
                    entry("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
                    entry("1.3.101.112", "ED25519"),
                    entry("1.3.101.113", "ED448"),
                    entry("2.16.840.1.101.3.4.3.1", "dsa_with_SHA224"),
                    entry("2.16.840.1.101.3.4.3.2", "dsa_with_SHA256"));

    private Purposes() {}

    /** How a signature was made. */
    static String signature(String oid) {
        return SIGNATURES.getOrDefault(oid, oid);
    }
}
