package jplay.template.ansible.filter;

import jplay.template.filter.Filter;

import java.util.List;
import java.util.stream.Stream;

/** Ansible's filters. */
public final class AnsibleFilters {
    /** All of them. */
    public static final List<Filter> TABLE =
            Stream.of(
                            CollectionFilters.TABLE,
                            CombinatoricFilters.TABLE,
                            ConversionFilters.TABLE,
                            HashFilters.TABLE,
                            NumberFilters.TABLE,
                            PathFilters.TABLE,
                            RegexFilters.TABLE,
                            SetFilters.TABLE,
                            UrlFilters.TABLE)
                    .flatMap(List::stream)
                    .toList();

    private AnsibleFilters() {}
}
