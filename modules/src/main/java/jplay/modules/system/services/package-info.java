/**
 * What runs on a host: {@code service} and {@code systemd_service}.
 *
 * <p>Entry types: the modules of those names. {@link jplay.modules.system.services.Units} is what
 * their scripts tell alike.
 */
@NullMarked
package jplay.modules.system.services;

import org.jspecify.annotations.NullMarked;
