/**
 * What a host is: {@code setup} gathers facts.
 *
 * <p>Entry type: {@link jplay.modules.system.facts.Setup}. {@link
 * jplay.modules.system.facts.Gathered} holds what its one script saw; the types named {@code
 * ...Facts} turn it into facts.
 */
@NullMarked
package jplay.modules.system.facts;

import org.jspecify.annotations.NullMarked;
