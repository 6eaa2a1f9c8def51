package jplay.template.ansible.filter;

import java.util.List;
import java.util.stream.Stream;
import jplay.template.filter.Filter;

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
                            UrlFilters.TABLE,
                            VaultFilters.TABLE)
                    .flatMap(List::stream)
                    .toList();

    private AnsibleFilters() {}
}
