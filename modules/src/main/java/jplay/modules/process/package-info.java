/**
 * Processes kept in the background where no service manager is to be had.
 *
 * <p>Entry type: {@link jplay.modules.process.Background}. Services of systemd and its like are not
 * here.
 */
@NullMarked
package jplay.modules.process;

import org.jspecify.annotations.NullMarked;
