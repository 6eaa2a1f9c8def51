/**
 * From flags, environment and configuration files to one {@link jplay.config.Settings}.
 *
 * <p>Entry types: {@link jplay.config.Settings}, {@link jplay.config.SettingsReader}, {@link
 * jplay.config.Setting}. What a setting does is known where it is used, not here.
 */
@NullMarked
package jplay.config;

import org.jspecify.annotations.NullMarked;
