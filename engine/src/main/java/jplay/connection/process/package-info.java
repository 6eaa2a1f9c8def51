/**
 * Connections that are programs of the controller with three streams: started, talked to, and told
 * to stop in one place.
 *
 * <p>Entry types: {@link jplay.connection.process.Carrier}, {@link
 * jplay.connection.process.ProcessConnection}.
 */
@NullMarked
package jplay.connection.process;

import org.jspecify.annotations.NullMarked;
