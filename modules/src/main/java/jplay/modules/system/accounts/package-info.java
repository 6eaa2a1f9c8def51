/**
 * Who may use a host: accounts, groups and the keys that let somebody in; and the databases that
 * tell of them.
 *
 * <p>Entry types: the modules of those names.
 */
@NullMarked
package jplay.modules.system.accounts;

import org.jspecify.annotations.NullMarked;
