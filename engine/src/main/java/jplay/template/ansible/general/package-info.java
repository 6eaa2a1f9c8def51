/**
 * The filters and tests of the collection {@code community.general}.
 *
 * <p>Entry type: {@link jplay.template.ansible.general.GeneralPlugins}.
 */
@NullMarked
package jplay.template.ansible.general;

import org.jspecify.annotations.NullMarked;
