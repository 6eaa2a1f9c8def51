package jplay.template.ansible.general;

import static jplay.template.filter.Filter.test;

import java.util.List;
import java.util.stream.Stream;
import jplay.template.filter.Filter;

/** All filters and tests of {@code community.general}, under their full names. */
public final class GeneralPlugins {
    /** What stands before their names. */
    public static final String COLLECTION = "community.general.";

    /** The filters. */
    public static final List<Filter> FILTERS =
            Stream.of(
                            DictFilters.TABLE,
                            KeyFilters.TABLE,
                            ListFilters.TABLE,
                            PatchFilters.TABLE,
                            TextFilters.TABLE,
                            TimeUnits.TABLE)
                    .flatMap(List::stream)
                    .map(filter -> filter.named(COLLECTION + filter.name()))
                    .toList();

    /** The tests. */
    public static final List<Filter> TESTS =
            Stream.of(
                            test("a_module(name)", ModuleTest::apply),
                            test("ansible_type(data, dtype, alias=none)", TypeNames::is),
                            test(
                                    "fqdn_valid(name, min_labels=1, allow_underscores=false)",
                                    DomainName::isValid))
                    .map(test -> test.named(COLLECTION + test.name()))
                    .toList();

    private GeneralPlugins() {}
}
