package jplay.task;

/**
 * Work that the engine does itself, on the controller; a record whose components are its arguments.
 */
public interface Action {
    /**
     * Does it.
     *
     * @throws jplay.module.TaskFailure when it cannot be done
     */
    ActionResult act(ActionContext context);

    /** Whether users know it as a module, so that its failures are told as one's. */
    default boolean isLikeModule() {
        return false;
    }
}
