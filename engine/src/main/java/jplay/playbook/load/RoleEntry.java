package jplay.playbook.load;

import jplay.diagnostic.Location;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * One place that asks for a role.
 *
 * @param place where the name stands
 * @param parameters variables given there
 */
record RoleEntry(RoleRequest request, Location place, Map<String, @Nullable Object> parameters) {}
