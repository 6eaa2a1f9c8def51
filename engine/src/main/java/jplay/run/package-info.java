/**
 * Wires one run together: a loaded playbook, an inventory and settings in, a recap out.
 *
 * <p>Entry type: {@link jplay.run.PlaybookRun}.
 */
@NullMarked
package jplay.run;

import org.jspecify.annotations.NullMarked;
