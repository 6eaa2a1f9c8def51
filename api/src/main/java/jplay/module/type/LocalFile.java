package jplay.module.type;

import java.nio.file.Path;

/**
 * A file or folder of the controller, found where Ansible looks for it (the role's {@code files/},
 * beside the playbook).
 *
 * @param written what the user wrote; a trailing slash matters to copy
 * @param path where it was found
 */
public record LocalFile(String written, Path path) {}
