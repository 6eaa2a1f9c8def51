/**
 * What comes over a network: {@code get_url}, {@code uri} and {@code wait_for}, and whether a host
 * is there at all: {@code ping}.
 *
 * <p>Entry types: the modules of those names. Fetching is the host's matter; only a host without
 * curl and wget has the controller fetch for it.
 */
@NullMarked
package jplay.modules.net;

import org.jspecify.annotations.NullMarked;
