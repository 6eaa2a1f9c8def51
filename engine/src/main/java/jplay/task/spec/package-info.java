/**
 * Specifications of arguments that users write for their roles, and what breaks them.
 *
 * <p>Entry type: {@link jplay.task.spec.SpecCheck}. The arguments of modules are another matter:
 * see {@link jplay.module.ArgsSpec}.
 */
@NullMarked
package jplay.task.spec;

import org.jspecify.annotations.NullMarked;
