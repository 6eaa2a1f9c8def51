package jplay.template.ansible.net;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.List;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code ipaddr} and those that are the same for one version, and {@code ipwrap}. */
final class AddressFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "ansible.utils.ipaddr(value, query='', version=none, alias='ipaddr', *args)",
                            AddressFilters::any),
                    filter(
                            "ansible.utils.ipv4(value, query='', *args)",
                            call -> new Question(call.get("query"), 32, "ipv4").of(call.value())),
                    filter(
                            "ansible.utils.ipv6(value, query='', *args)",
                            call -> new Question(call.get("query"), 128, "ipv6").of(call.value())),
                    filter("ansible.utils.ipwrap(value, query='', *args)", AddressFilters::wrap));

    private AddressFilters() {}

    private static @Nullable Object any(FilterCall call) {
        var version = new TypedArguments(call).integer("version");
        var bits = version.isEmpty() ? 0 : version.get().intValue() == 6 ? 128 : 32;
        return new Question(call.get("query"), bits, call.text("alias")).of(call.value());
    }

    /** A query of values of one version, or of both when {@code bits} is 0. */
    private record Question(@Nullable Object query, int bits, String filter) {
        @Nullable Object of(@Nullable Object value) {
            if (!isKnown(value)) {
                throw unrecognized(value, filter);
            }
            return answer(value);
        }

        private @Nullable Object answer(@Nullable Object value) {
            if (Types.isList(value)) {
                return new ArrayList<>(
                        Iteration.list(value).stream()
                                .map(this::answer)
                                .filter(Types::truth)
                                .toList());
            }
            var network = NetworkValue.of(Undefined.refuse(value), bits);
            return network.isEmpty()
                    ? (Object) false
                    : new NetworkQuery(network.get(), filter).answer(query);
        }

        private static boolean isKnown(@Nullable Object value) {
            return value instanceof CharSequence || Types.isIntegral(value) || Types.isList(value);
        }
    }

    private static PythonError unrecognized(@Nullable Object value, String filter) {
        return PythonError.type(
                "Unrecognized type <%s> for %s filter <value>"
                        .formatted(Types.name(value), filter));
    }

    private static @Nullable Object wrap(FilterCall call) {
        var value = call.value();
        if (value instanceof CharSequence) {
            return NetworkValue.of(value)
                    .map(known -> new NetworkValue(known.network(), known.network().toString()))
                    .map(known -> new NetworkQuery(known, "ipwrap").wrapped())
                    .orElse(value.toString());
        }
        if (Types.isList(value)) {
            return wrappedAll(Iteration.list(value));
        }
        if (value instanceof Boolean) {
            return value;
        }
        throw unrecognized(value, "ipwrap");
    }

    private static Object wrappedAll(List<@Nullable Object> elements) {
        var wrapped = new ArrayList<@Nullable Object>();
        for (var element : elements) {
            if (Types.isList(element)) {
                wrapped.add(wrappedAll(Iteration.list(element)));
                continue;
            }
            var network = NetworkValue.of(Undefined.refuse(element));
            wrapped.add(
                    network.isPresent()
                            ? new NetworkQuery(network.get(), "ipwrap").wrapped()
                            : element);
        }
        return wrapped;
    }
}
