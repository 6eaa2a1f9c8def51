package jplay.module.type;

import java.util.function.Supplier;

/**
 * A path of which another argument decides whether it is on the controller or on the host.
 *
 * @param written what the user wrote; on the host it is taken as it is
 * @param onController finds it on the controller, where Ansible looks for it; throws {@link
 *     TaskFailure} when there is none
 */
public record FileSource(String written, Supplier<LocalFile> onController) {
    /** The file of the controller. */
    public LocalFile local() {
        return onController.get();
    }
}
