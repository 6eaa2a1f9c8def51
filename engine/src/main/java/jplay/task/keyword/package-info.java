/**
 * What a task says, rendered for one host: its keywords, its arguments, the files it names, and
 * whom it is done as.
 *
 * <p>Entry types: {@link jplay.task.keyword.Keywords}, {@link jplay.task.keyword.Arguments}.
 * Nothing is done here.
 */
@NullMarked
package jplay.task.keyword;

import org.jspecify.annotations.NullMarked;
