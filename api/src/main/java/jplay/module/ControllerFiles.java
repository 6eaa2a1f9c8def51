package jplay.module;

import jplay.module.type.LocalFile;
import jplay.module.type.LocalTarget;
import jplay.module.type.Template;

/**
 * Finds and renders files of the controller for one task; the engine gives it to {@link
 * ArgsSpec#bind}.
 */
public interface ControllerFiles {
    /** A file or folder, looked for where Ansible looks. @throws TaskFailure when there is none */
    LocalFile file(String written);

    /**
     * A template, found and rendered for this task and host. @throws TaskFailure when there is none
     */
    Template template(String written);

    /** A path of the controller that is to be written. */
    default LocalTarget target(String written) {
        throw new TaskFailure("'" + written + "' cannot be written: there is no controller here");
    }
}
