package jplay.template.ansible.test;

import jplay.template.filter.Filter;

import java.util.List;
import java.util.stream.Stream;

/** Ansible's tests. */
public final class AnsibleTests {
    /** All of them. */
    public static final List<Filter> TABLE =
            Stream.of(CollectionTests.TABLE, FileTests.TABLE, ResultTests.TABLE, TextTests.TABLE)
                    .flatMap(List::stream)
                    .toList();

    private AnsibleTests() {}
}
