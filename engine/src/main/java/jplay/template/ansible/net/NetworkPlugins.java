package jplay.template.ansible.net;

import java.util.List;
import java.util.stream.Stream;
import jplay.template.filter.Filter;

/** The filters and tests on addresses and networks. */
public final class NetworkPlugins {
    /** The filters. */
    public static final List<Filter> FILTERS =
            Stream.of(
                            AddressFilters.TABLE,
                            FormFilters.TABLE,
                            HardwareFilters.TABLE,
                            SubnetFilters.TABLE)
                    .flatMap(List::stream)
                    .toList();

    /** The tests. */
    public static final List<Filter> TESTS = NetworkTests.TABLE;

    private NetworkPlugins() {}
}
