package jplay.template.filter;

import java.util.List;
import java.util.stream.Stream;

/** The filters and tests of plain Jinja. */
public final class JinjaFilters {
    /** All filters. */
    public static final List<Filter> FILTERS =
            Stream.of(
                            JinjaTextFilters.TABLE,
                            JinjaSequenceFilters.TABLE,
                            JinjaSelectFilters.TABLE,
                            JinjaNumberFilters.TABLE)
                    .flatMap(List::stream)
                    .toList();

    /** All tests. */
    public static final List<Filter> TESTS = JinjaTests.TABLE;

    private JinjaFilters() {}
}
