/**
 * The expression language: tokens, grammar and tree, with Python's semantics; it knows nothing of
 * statements and files.
 *
 * <p>Entry types: {@link jplay.template.expr.ExpressionParser}, {@link
 * jplay.template.expr.Expression}, {@link jplay.template.expr.Evaluation}.
 */
@NullMarked
package jplay.template.expr;

import org.jspecify.annotations.NullMarked;
