package jplay.template.ansible.test;

import java.util.List;
import java.util.stream.Stream;
import jplay.template.filter.Filter;

/** Ansible's tests. */
public final class AnsibleTests {
    /** All of them. */
    public static final List<Filter> TABLE =
            Stream.of(CollectionTests.TABLE, FileTests.TABLE, ResultTests.TABLE, TextTests.TABLE)
                    .flatMap(List::stream)
                    .toList();

    private AnsibleTests() {}
}
