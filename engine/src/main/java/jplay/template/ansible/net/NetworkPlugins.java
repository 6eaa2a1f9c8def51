package jplay.template.ansible.net;

import static jplay.template.filter.Filter.filter;
import static jplay.template.filter.Filter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** The filters and tests. */
public final class NetworkPlugins {
    /** The filters. */
    public static final List<Filter> FILTERS =
            List.of(
                    filter(
                            "ansible.utils.ipaddr(value, query='', version=none, alias='ipaddr')",
                            call -> select(call, 0)),
                    filter("ansible.utils.ipv4(value, query='')", call -> select(call, 32)),
                    filter("ansible.utils.ipv6(value, query='')", call -> select(call, 128)),
                    filter("ansible.utils.ipwrap(value, query='')", NetworkPlugins::wrap));

    /** The tests. */
    public static final List<Filter> TESTS =
            List.of(
                    test("ansible.utils.ip(value)", call -> is(call, 0, true)),
                    test("ansible.utils.ip_address(value)", call -> is(call, 0, false)),
                    test("ansible.utils.ipv4(value)", call -> is(call, 32, true)),
                    test("ansible.utils.ipv4_address(value)", call -> is(call, 32, false)),
                    test("ansible.utils.ipv6(value)", call -> is(call, 128, true)),
                    test("ansible.utils.ipv6_address(value)", call -> is(call, 128, false)));

    private NetworkPlugins() {}

    private static Optional<IpNetwork> parse(@Nullable Object value) {
        if (Types.isInteger(value)) {
            return IpNetwork.of(Numbers.big(value));
        }
        return value instanceof CharSequence text
                ? text.toString().matches("\\d+")
                        ? IpNetwork.of(new java.math.BigInteger(text.toString()))
                        : IpNetwork.parse(text.toString())
                : Optional.empty();
    }

    private static boolean is(FilterCall call, int bits, boolean network) {
        return call.value() instanceof CharSequence text
                && IpNetwork.parse(text.toString())
                        .filter(found -> bits == 0 || found.bits() == bits)
                        .filter(found -> network || !found.explicit())
                        .isPresent();
    }

    private static void refuse(FilterCall call, String filter) {
        var value = call.value();
        if (value == null || (filter.equals("ipwrap") && Types.isInteger(value))) {
            throw PythonError.type(
                    "Unrecognized type <%s> for %s filter <value>"
                            .formatted(Types.name(value), filter));
        }
    }

    private static @Nullable Object select(FilterCall call, int bits) {
        refuse(call, bits == 0 ? "ipaddr" : bits == 32 ? "ipv4" : "ipv6");
        if (!Types.isList(call.value())) {
            return one(call, call.value(), bits);
        }
        var selected = new ArrayList<@Nullable Object>();
        for (var item : call.list()) {
            var found = one(call, item, bits);
            if (Types.truth(found)) {
                selected.add(found);
            }
        }
        return selected;
    }

    private static @Nullable Object one(FilterCall call, @Nullable Object value, int bits) {
        var network = parse(value);
        if (network.isEmpty() || (bits != 0 && network.get().bits() != bits)) {
            return false;
        }
        return new NetworkQuery(network.get()).answer(call.get("query"));
    }

    private static @Nullable Object wrap(FilterCall call) {
        refuse(call, "ipwrap");
        if (!Types.isList(call.value())) {
            return wrapped(call.value());
        }
        var wrapped = new ArrayList<@Nullable Object>();
        call.list().forEach(item -> wrapped.add(wrapped(item)));
        return wrapped;
    }

    private static @Nullable Object wrapped(@Nullable Object value) {
        if (!(value instanceof CharSequence text)) {
            return value;
        }
        return IpNetwork.parse(text.toString())
                .filter(found -> found.bits() == 128)
                .map(found ->
                        "[" + found.ip() + "]" + (found.explicit() ? "/" + found.prefix() : ""))
                .orElse(text.toString());
    }
}
