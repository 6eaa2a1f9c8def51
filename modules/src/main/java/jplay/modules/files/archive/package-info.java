/**
 * Archives: {@code unarchive}.
 *
 * <p>Entry type: {@link jplay.modules.files.archive.Unarchive}. An archive of the controller is
 * read here, so that a host is asked what it lacks before anything is sent.
 */
@NullMarked
package jplay.modules.files.archive;

import org.jspecify.annotations.NullMarked;
