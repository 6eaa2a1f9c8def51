/**
 * The words of plays and tasks: which keywords may stand where and what they want, which module a
 * task names, and its arguments in all the forms they may be written.
 *
 * <p>Entry types: {@link jplay.playbook.syntax.KeywordCheck}, {@link
 * jplay.playbook.syntax.ActionReader}, {@link jplay.playbook.syntax.FreeForm}. Files and roles are
 * not its business.
 */
@NullMarked
package jplay.playbook.syntax;

import org.jspecify.annotations.NullMarked;
