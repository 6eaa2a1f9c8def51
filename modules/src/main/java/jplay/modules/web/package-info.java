/**
 * Requests over HTTP and FTP that a host makes with its own tools, for the modules that need them.
 *
 * <p>Entry type: {@link jplay.modules.web.WebRequest}. What a request says may be secret, so it
 * never stands in an argv.
 */
@NullMarked
package jplay.modules.web;

import org.jspecify.annotations.NullMarked;
