/** Whole runs over ssh to a real server, beside the same runs over the local connection. */
@NullMarked
package jplay.ssh;

import org.jspecify.annotations.NullMarked;
