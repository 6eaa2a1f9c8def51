/**
 * What runs on a host: {@code service}, {@code systemd_service} and {@code cron}.
 *
 * <p>Entry types: the modules of those names. {@link jplay.modules.system.services.Units} is what
 * their scripts tell alike.
 */
@NullMarked
package jplay.modules.system.services;

import org.jspecify.annotations.NullMarked;
