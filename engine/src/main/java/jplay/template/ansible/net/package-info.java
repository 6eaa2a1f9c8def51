/**
 * Addresses and networks: the filters and tests of {@code ansible.utils} on them.
 *
 * <p>Entry type: {@link jplay.template.ansible.net.NetworkPlugins}.
 */
@NullMarked
package jplay.template.ansible.net;

import org.jspecify.annotations.NullMarked;
