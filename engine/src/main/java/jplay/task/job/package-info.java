/**
 * Jobs that hosts carry out in the background: how far they are, and what they came to.
 *
 * <p>Entry type: {@link jplay.task.job.JobStatus}. How jobs are started and kept on a host is
 * decided by {@link jplay.connection.Jobs}.
 */
@NullMarked
package jplay.task.job;

import org.jspecify.annotations.NullMarked;
