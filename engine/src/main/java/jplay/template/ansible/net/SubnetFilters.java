package jplay.template.ansible.net;

import static jplay.template.filter.Filter.filter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Filters on networks and the addresses in them. */
final class SubnetFilters {
    /** More addresses than that are not listed. */
    private static final BigInteger LISTED = BigInteger.ONE.shiftLeft(24);

    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "ansible.utils.cidr_merge(value, action='merge', *args)",
                            call ->
                                    CidrMerge.apply(
                                            TypedArguments.list("value", call.value()),
                                            call.text("action"))),
                    filter(
                            "ansible.utils.ipsubnet(value, query='', index=none, *args)",
                            SubnetFilters::subnet),
                    filter(
                            "ansible.utils.network_in_network(value, test='', *args)",
                            call -> lies(call, IpNetwork::reaches)),
                    filter(
                            "ansible.utils.network_in_usable(value, test='', *args)",
                            call ->
                                    lies(
                                            call,
                                            (around, network) ->
                                                    new UsableRange(around).spans(network))),
                    filter(
                            "ansible.utils.next_nth_usable(value, offset=none, *args)",
                            call -> usable(call, false)),
                    filter("ansible.utils.nthhost(value, query='', *args)", SubnetFilters::nth),
                    filter(
                            "ansible.utils.previous_nth_usable(value, offset=none, *args)",
                            call -> usable(call, true)),
                    filter(
                            "ansible.utils.reduce_on_network(value, network='', *args)",
                            SubnetFilters::reduce),
                    filter("ansible.utils.usable_range(ip)", SubnetFilters::list));

    private SubnetFilters() {}

    private static Optional<IpNetwork> network(@Nullable Object value) {
        return NetworkValue.of(value == null ? "" : Text.of(value)).map(NetworkValue::network);
    }

    private static Object subnet(FilterCall call) {
        var index = new TypedArguments(call).integer("index");
        var query = call.has("query") ? call.text("query") : "";
        var network = network(call.value());
        return network.isEmpty() ? (Object) false : new Subnets(network.get()).answer(query, index);
    }

    private static boolean lies(FilterCall call, BiPredicate<IpNetwork, IpNetwork> relation) {
        var around = network(call.value());
        var network = network(call.get("test"));
        return around.isPresent()
                && network.isPresent()
                && relation.test(around.get(), network.get());
    }

    private static @Nullable Object usable(FilterCall call, boolean backwards) {
        var network = network(call.value());
        var offset = new TypedArguments(call).integer("offset");
        if (network.isEmpty()) {
            return false;
        }
        if (offset.isEmpty()) {
            throw PythonError.type("Must pass in an integer");
        }
        var step = backwards ? offset.get().negate() : offset.get();
        return new UsableRange(network.get()).next(step);
    }

    private static Object nth(FilterCall call) {
        var network = network(call.value());
        var index = Numbers.parseInteger(call.text("query"), 10).map(Numbers::big);
        if (network.isEmpty() || index.isEmpty()) {
            return false;
        }
        var size = network.get().size();
        var at = index.get().signum() < 0 ? size.add(index.get()) : index.get();
        if (at.signum() < 0) {
            throw new PythonError("IndexError", "index out range for address range size!");
        }
        return at.compareTo(size) >= 0
                ? (Object) false
                : network.get().text(network.get().network().add(at));
    }

    private static Object reduce(FilterCall call) {
        var around = network(call.get("network"));
        var inside = new ArrayList<@Nullable Object>();
        for (var element : TypedArguments.list("value", call.value())) {
            var text = Text.of(element);
            if (around.isPresent() && network(text).filter(around.get()::reaches).isPresent()) {
                inside.add(text);
            }
        }
        return inside;
    }

    private static Object list(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw failure("not expecting type '" + Types.name(call.value()) + "'");
        }
        var network = PythonNetwork.parse(text.toString()).orElseThrow(() -> failure(wrong(text)));
        if (network.size().compareTo(LISTED) > 0) {
            throw failure(network.cidr() + " has too many addresses to list them");
        }
        var addresses = new ArrayList<@Nullable Object>();
        for (var i = 0L; i < network.size().longValueExact(); i++) {
            addresses.add(PythonNetwork.write(network, BigInteger.valueOf(i)));
        }
        var answer = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        answer.put("usable_ips", addresses);
        answer.put("number_of_ips", (long) addresses.size());
        return answer;
    }

    private static String wrong(CharSequence text) {
        return IpNetwork.parse(text.toString()).isPresent()
                ? text + " has host bits set"
                : Text.repr(text) + " does not appear to be an IPv4 or IPv6 network";
    }

    private static PythonError failure(String message) {
        return PythonError.value("Error while using plugin 'usable_range': " + message);
    }
}
