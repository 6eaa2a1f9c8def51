package jplay.template.ansible.net;

import static jplay.template.filter.Filter.filter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;

/** Filters that count with one address or write it in another form. */
final class FormFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("ansible.utils.ip4_hex(arg, delimiter='', *args)", FormFilters::hex),
                    filter("ansible.utils.ipcut(value, amount=none, *args)", FormFilters::cut),
                    filter("ansible.utils.ipmath(value, amount=none, *args)", FormFilters::add),
                    filter("ansible.utils.ipv6form(value, format=none, *args)", FormFilters::form));

    private FormFilters() {}

    private static String written(FilterCall call) {
        return call.value() == null ? "" : call.text();
    }

    private static IpNetwork address(FilterCall call, boolean orNetwork) {
        var written = written(call);
        return IpNetwork.parse(written)
                .filter(network -> orNetwork || !network.explicit())
                .orElseThrow(() ->
                        PythonError.value(
                                "You must pass a valid IP address; " + written + " is invalid"));
    }

    private static BigInteger amount(FilterCall call) {
        return new TypedArguments(call)
                .integer("amount")
                .orElseThrow(() ->
                        PythonError.value(
                                "You must pass an integer for arithmetic;"
                                        + " None is not a valid integer"));
    }

    private static Object hex(FilterCall call) {
        var address = address(call, false);
        if (address.bits() != 32) {
            throw PythonError.value(
                    "You must pass an IPv4 address; " + address.ip() + " is invalid");
        }
        var delimiter = call.has("delimiter") ? Text.of(call.get("delimiter")) : "";
        var parts = new ArrayList<String>();
        for (var part : address.ip().split("\\.", -1)) {
            parts.add("%02x".formatted(Integer.parseInt(part)));
        }
        return String.join(delimiter, parts);
    }

    private static Object add(FilterCall call) {
        var address = address(call, true);
        var sum = address.address().add(amount(call));
        if (sum.signum() < 0 || sum.bitLength() > address.bits()) {
            throw new PythonError("IndexError", "result outside valid IP address boundary!");
        }
        return address.text(sum);
    }

    /** The first or, for a negative amount, the last bits, in the groups of the address's kind. */
    private static Object cut(FilterCall call) {
        var amount = amount(call);
        var address = address(call, false);
        var bits = address.bits();
        var count = amount.abs().min(BigInteger.valueOf(bits)).intValue();
        var group = bits == 32 ? 8 : 16;
        var kept =
                amount.signum() < 0
                        ? address.address()
                        : address.address().shiftRight(bits - count);
        var parts = new ArrayList<String>();
        for (var at = 0; at < count; at += group) {
            var end = Math.min(at + group, count);
            var mask = (1 << (end - at)) - 1;
            var part = kept.shiftRight(count - end).intValue() & mask;
            parts.add(bits == 32 ? Integer.toString(part) : Integer.toHexString(part));
        }
        return String.join(bits == 32 ? "." : ":", parts);
    }

    private static Object form(FilterCall call) {
        var format =
                new TypedArguments(call)
                        .choice("format", List.of("compress", "expand", "x509"))
                        .orElseThrow(() ->
                                PythonError.value(
                                        "You must pass valid format;"
                                                + " None is not a valid format"));
        var address = address(call, false);
        if (address.bits() == 32) {
            if (format.equals("x509")) {
                throw PythonError.value(
                        "You must pass a valid IPv6 address; " + address.ip() + " is invalid");
            }
            return address.ip();
        }
        return switch (format) {
            case "expand" -> AddressText.groups(address.address(), "%04x");
            case "x509" -> AddressText.groups(address.address(), "%x");
            default -> AddressText.compressed(address.address(), false);
        };
    }
}
