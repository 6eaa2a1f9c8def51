/**
 * What arguments of modules can be beside texts and numbers: paths, modes, secrets, files of the
 * controller, and bytes on their way to a host. Having one of these types is an argument's
 * validation.
 */
@NullMarked
package jplay.module.type;

import org.jspecify.annotations.NullMarked;
