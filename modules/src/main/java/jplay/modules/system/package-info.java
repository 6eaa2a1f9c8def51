/**
 * What a host is and what runs on it: {@code setup} gathers facts; {@code service}, {@code
 * systemd}, {@code user} and {@code group} change it.
 *
 * <p>Entry types: the modules of those names. {@link jplay.modules.system.Gathered} holds what the
 * one script of {@code setup} saw; the types named {@code ...Facts} turn it into facts.
 */
@NullMarked
package jplay.modules.system;

import org.jspecify.annotations.NullMarked;
