/**
 * From inventory sources to hosts and groups, and from patterns to hosts.
 *
 * <p>Entry types: {@link jplay.inventory.Inventories}, {@link jplay.inventory.Inventory}, {@link
 * jplay.inventory.HostPattern}. Which variable wins is decided in {@code jplay.vars}, not here.
 */
@NullMarked
package jplay.inventory;

import org.jspecify.annotations.NullMarked;
