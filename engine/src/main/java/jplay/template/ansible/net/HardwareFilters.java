package jplay.template.ansible.net;

import static jplay.template.filter.Filter.filter;

import java.util.List;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** Filters on hardware addresses. */
final class HardwareFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "ansible.utils.hwaddr(value, query='', alias='hwaddr', *args)",
                            call -> convert(call, call.text("alias"))),
                    filter(
                            "ansible.utils.macaddr(value, query='', *args)",
                            call -> convert(call, "macaddr")),
                    filter("ansible.utils.slaac(value, query='', *args)", HardwareFilters::slaac));

    private HardwareFilters() {}

    private static String text(@Nullable Object value) {
        return value == null ? "" : Text.of(value);
    }

    private static @Nullable Object convert(FilterCall call, String filter) {
        var written = text(call.value());
        var query = text(call.get("query"));
        var address = HardwareAddress.parse(written);
        if (query.isEmpty()) {
            return address.isPresent() ? written : null;
        }
        if (query.equals("bool")) {
            return address.isPresent() ? true : null;
        }
        if (address.isEmpty()) {
            throw PythonError.value(filter + ": not a hardware address: " + written);
        }
        var converted = address.get().format(query);
        if (converted == null) {
            throw PythonError.value(filter + ": unknown filter type: " + query);
        }
        return converted;
    }

    private static Object slaac(FilterCall call) {
        var network = NetworkValue.of(text(call.value())).map(NetworkValue::network);
        var hardware = HardwareAddress.parse(text(call.get("query")));
        if (network.isEmpty() || network.get().bits() == 32 || hardware.isEmpty()) {
            return false;
        }
        var base = network.get();
        return base.text(base.network().add(hardware.get().interfaceNumber()));
    }
}
