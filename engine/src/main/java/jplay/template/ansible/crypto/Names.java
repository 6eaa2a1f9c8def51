package jplay.template.ansible.crypto;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** Distinguished names. */
final class Names {
    private static final Map<String, String> LONG =
            Map.ofEntries(
                    entry("0.9.2342.19200300.100.1.1", "userId"),
                    entry("0.9.2342.19200300.100.1.25", "domainComponent"),
                    entry("1.2.643.100.1", "OGRN"),
                    entry("1.2.643.100.3", "SNILS"),
                    entry("1.2.643.3.131.1.1", "INN"),
                    entry("1.2.840.113549.1.9.1", "emailAddress"),
                    entry("1.2.840.113549.1.9.2", "unstructuredName"),
                    entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionLocalityName"),
                    entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionStateOrProvinceName"),
                    entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionCountryName"),
                    entry("2.5.4.3", "commonName"),
                    entry("2.5.4.4", "surname"),
                    entry("2.5.4.5", "serialNumber"),
                    entry("2.5.4.6", "countryName"),
                    entry("2.5.4.7", "localityName"),
                    entry("2.5.4.8", "stateOrProvinceName"),
                    entry("2.5.4.9", "streetAddress"),
                    entry("2.5.4.10", "organizationName"),
                    entry("2.5.4.11", "organizationalUnitName"),
                    entry("2.5.4.12", "title"),
                    entry("2.5.4.15", "businessCategory"),
                    entry("2.5.4.16", "postalAddress"),
                    entry("2.5.4.17", "postalCode"),
                    entry("2.5.4.42", "givenName"),
                    entry("2.5.4.43", "initials"),
                    entry("2.5.4.44", "generationQualifier"),
                    entry("2.5.4.45", "x500UniqueIdentifier"),
                    entry("2.5.4.46", "dnQualifier"),
                    entry("2.5.4.65", "pseudonym"),
                    entry("2.5.4.97", "organizationIdentifier"));

    private static final Map<String, String> SHORT =
            Map.of(
                    "0.9.2342.19200300.100.1.1", "UID",
                    "0.9.2342.19200300.100.1.25", "DC",
                    "2.5.4.3", "CN",
                    "2.5.4.6", "C",
                    "2.5.4.7", "L",
                    "2.5.4.8", "ST",
                    "2.5.4.9", "STREET",
                    "2.5.4.10", "O",
                    "2.5.4.11", "OU");

    private Names() {}

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String text ? text.getString() : value.toString();
    }

    /** Pairs of long name and value, in the order of the name. */
    static List<@Nullable Object> ordered(X500Name name) {
        var pairs = new ArrayList<@Nullable Object>();
        for (var part : name.getRDNs()) {
            for (var attribute : part.getTypesAndValues()) {
                var oid = attribute.getType().getId();
                pairs.add(
                        new ArrayList<>(
                                List.of(LONG.getOrDefault(oid, oid), text(attribute.getValue()))));
            }
        }
        return pairs;
    }

    /** The same as a dict: of equal names the last counts. */
    static Map<@Nullable Object, @Nullable Object> dict(X500Name name) {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        ordered(name)
                .forEach(pair -> dict.put(((List<?>) pair).getFirst(), ((List<?>) pair).getLast()));
        return dict;
    }

    /** By RFC 4514: the last part first. */
    static String text(X500Name name) {
        var parts = new ArrayList<>(List.of(name.getRDNs()));
        Collections.reverse(parts);
        return parts.stream().map(Names::text).collect(Collectors.joining(","));
    }

    private static String text(RDN part) {
        return Arrays.stream(part.getTypesAndValues())
                .map(Names::text)
                .collect(Collectors.joining("+"));
    }

    private static String text(AttributeTypeAndValue attribute) {
        var oid = attribute.getType().getId();
        return SHORT.getOrDefault(oid, oid) + "=" + escaped(text(attribute.getValue()));
    }

    private static String escaped(String value) {
        var text =
                value.replace("\\", "\\\\").replaceAll("[\",+;<>]", "\\\\$0").replace("\0", "\\00");
        if (text.startsWith("#") || text.startsWith(" ")) {
            text = "\\" + text;
        }
        return text.endsWith(" ") && text.length() > 1
                ? text.substring(0, text.length() - 1) + "\\ "
                : text;
    }
}
