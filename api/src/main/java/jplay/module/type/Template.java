package jplay.module.type;

import java.nio.file.Path;

/**
 * A template of the controller, already rendered for this task and host.
 *
 * @param written what the user wrote
 * @param path where the template was found
 * @param rendered the text it gave
 */
public record Template(String written, Path path, String rendered) {}
