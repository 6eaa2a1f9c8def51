/**
 * The same tasks under Ansible and under jplay: results, diffs and the files left behind. Cases and
 * Ansible's recorded answers are data, in {@code tests/conformance}.
 *
 * <p>Entry type: {@link jplay.conformance.ConformanceTests}.
 */
@NullMarked
package jplay.conformance;

import org.jspecify.annotations.NullMarked;
