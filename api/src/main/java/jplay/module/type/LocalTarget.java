package jplay.module.type;

import java.nio.file.Path;

/**
 * A path of the controller that a module writes to.
 *
 * @param written what the user wrote; a trailing slash may matter
 * @param path where that is, seen from the playbook's folder
 * @param host the inventory's name of the host that the task is about
 */
public record LocalTarget(String written, Path path, String host) {}
