package jplay.template.ansible.crypto;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.jspecify.annotations.Nullable;

/**
 * Alternative names as texts such as {@code DNS:example.com}.
 *
 * @param domain how a label of a domain name is written
 */
record GeneralNameText(UnaryOperator<String> domain) {
    private static final Pattern HOST = Pattern.compile("(?<=://)(?:[^/?#@]*@)?([^/?#:@\\[]+)");

    static GeneralNameText of(FilterCall call) {
        return new GeneralNameText(
                switch (call.text("name_encoding")) {
                    case "ignore" -> UnaryOperator.identity();
                    case "idna" -> GeneralNameText::ascii;
                    case "unicode" -> IDN::toUnicode;
                    default ->
                            throw PythonError.value(
                                    "The name_encoding option must be one of the values \"ignore\", \"idna\", or \"unicode\", not \""
                                            + call.text("name_encoding")
                                            + "\"");
                });
    }

    private static String ascii(String label) {
        try {
            return IDN.toASCII(label);
        } catch (IllegalArgumentException e) {
            return label;
        }
    }

    List<@Nullable Object> all(GeneralNames names) {
        var texts = new ArrayList<@Nullable Object>();
        for (var name : names.getNames()) {
            texts.add(one(name));
        }
        return texts;
    }

    String one(GeneralName name) {
        var value = name.getName();
        return switch (name.getTagNo()) {
            case GeneralName.rfc822Name -> "email:" + email(text(name));
            case GeneralName.dNSName -> "DNS:" + host(text(name));
            case GeneralName.uniformResourceIdentifier -> "URI:" + address(text(name));
            case GeneralName.iPAddress ->
                    "IP:" + network(ASN1OctetString.getInstance(value).getOctets());
            case GeneralName.directoryName -> "dirName:" + Names.text(X500Name.getInstance(value));
            case GeneralName.registeredID ->
                    "RID:" + ASN1ObjectIdentifier.getInstance(value).getId();
            case GeneralName.otherName -> other(OtherName.getInstance(value));
            default -> "unknown:" + value;
        };
    }

    private static String text(GeneralName name) {
        return ASN1IA5String.getInstance(name.getName()).getString();
    }

    private String host(String host) {
        return Arrays.stream(host.split("\\.", -1))
                .map(label -> label.isEmpty() || label.equals("*") ? label : domain.apply(label))
                .collect(Collectors.joining("."));
    }

    private String email(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + host(address.substring(at + 1));
    }

    private String address(String address) {
        var match = HOST.matcher(address);
        return match.find()
                ? address.substring(0, match.start(1))
                        + host(match.group(1))
                        + address.substring(match.end(1))
                : address;
    }

    private static String other(OtherName name) {
        try {
            var value = name.getValue().toASN1Primitive().getEncoded("DER");
            return "otherName:"
                    + name.getTypeID().getId()
                    + ";"
                    + Fingerprints.HEX.formatHex(value);
        } catch (IOException e) {
            throw PythonError.value("a name of another kind cannot be written: " + e.getMessage());
        }
    }

    /** An address, or a network when a mask follows it. */
    private static String network(byte[] bytes) {
        if (bytes.length == 4 || bytes.length == 16) {
            return address(bytes);
        }
        var half = bytes.length / 2;
        var mask = Arrays.copyOfRange(bytes, half, bytes.length);
        var prefix = 0;
        for (var each : mask) {
            prefix += Integer.bitCount(Byte.toUnsignedInt(each));
        }
        return address(Arrays.copyOf(bytes, half)) + "/" + prefix;
    }

    private static String address(byte[] bytes) {
        try {
            var text = InetAddress.getByAddress(bytes).getHostAddress();
            return bytes.length == 16 ? shortened(text) : text;
        } catch (UnknownHostException e) {
            throw PythonError.value("an IP address has " + bytes.length + " bytes");
        }
    }

    /** The longest run of zeros gives way to two colons. */
    private static String shortened(String address) {
        var best = "";
        var runs = Pattern.compile("(?:^|(?<=:))0(?::0)+(?=:|$)").matcher(address);
        while (runs.find()) {
            best = runs.group().length() > best.length() ? runs.group() : best;
        }
        if (best.isEmpty()) {
            return address;
        }
        var at = Pattern.compile("(?:^|(?<=:))" + best + "(?=:|$)").matcher(address);
        var short1 = at.replaceFirst("");
        return short1.isEmpty() ? "::" : short1.startsWith(":") ? ":" + short1 : ends(short1);
    }

    private static String ends(String text) {
        return text.endsWith(":") ? text + ":" : text;
    }
}
