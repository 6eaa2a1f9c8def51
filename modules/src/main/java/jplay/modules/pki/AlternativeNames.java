package jplay.modules.pki;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import jplay.module.TaskFailure;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The names and addresses a certificate stands for, written as OpenSSL does: {@code DNS:localhost},
 * {@code IP:127.0.0.1}.
 *
 * @param names in alphabetical order, addresses in their usual form
 */
record AlternativeNames(SortedSet<String> names) {
    private static final List<String> KINDS = List.of("DNS", "IP", "URI", "email");

    AlternativeNames {
        names = new TreeSet<>(names);
    }

    /** What a user wrote. @throws TaskFailure when one of them is no name */
    static AlternativeNames parse(Collection<String> written) {
        var names = new TreeSet<String>();
        written.forEach(name -> names.add(canonical(name.strip())));
        return new AlternativeNames(names);
    }

    /** What a request or certificate holds. */
    static AlternativeNames of(Optional<Extensions> extensions) {
        var found =
                extensions
                        .map(all -> all.getExtension(Extension.subjectAlternativeName))
                        .map(one -> GeneralNames.getInstance(one.getParsedValue()).getNames());
        var names = new TreeSet<String>();
        found.stream().flatMap(Stream::of).map(AlternativeNames::text).forEach(names::add);
        return new AlternativeNames(names);
    }

    /** The extension's value. */
    GeneralNames encoded() {
        return new GeneralNames(
                names.stream().map(AlternativeNames::encode).toArray(GeneralName[]::new));
    }

    /** As a list, for results. */
    List<String> list() {
        return List.copyOf(names);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    private static String canonical(String written) {
        var colon = written.indexOf(':');
        var kind = colon < 0 ? "" : written.substring(0, colon);
        if (!KINDS.contains(kind) || colon + 1 == written.length()) {
            throw new TaskFailure(
                    "subject_alt_name: got '%s', want a kind and a name such as 'DNS:localhost' or 'IP:127.0.0.1'"
                            .formatted(written));
        }
        try {
            return text(encode(written));
        } catch (IllegalArgumentException _) {
            throw new TaskFailure("subject_alt_name: '%s' is not a valid name".formatted(written));
        }
    }

    private static GeneralName encode(String name) {
        var colon = name.indexOf(':');
        var value = name.substring(colon + 1);
        return switch (name.substring(0, colon)) {
            case "IP" -> new GeneralName(GeneralName.iPAddress, value);
            case "URI" -> new GeneralName(GeneralName.uniformResourceIdentifier, value);
            case "email" -> new GeneralName(GeneralName.rfc822Name, value);
            default -> new GeneralName(GeneralName.dNSName, value);
        };
    }

    private static String text(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.iPAddress ->
                    "IP:" + address(ASN1OctetString.getInstance(name.getName()).getOctets());
            case GeneralName.uniformResourceIdentifier -> "URI:" + string(name);
            case GeneralName.rfc822Name -> "email:" + string(name);
            case GeneralName.dNSName -> "DNS:" + string(name);
            default -> "other:" + name.getName();
        };
    }

    private static String string(GeneralName name) {
        return ((ASN1String) name.getName()).getString();
    }

    private static String address(byte[] octets) {
        try {
            return java.net.InetAddress.getByAddress(octets).getHostAddress();
        } catch (java.net.UnknownHostException _) {
            return java.util.HexFormat.of().formatHex(octets);
        }
    }
}
