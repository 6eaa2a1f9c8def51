package jplay.module;

/**
 * One kind of task. A module is a record: its components are its arguments (see {@link Arg}),
 * {@link #plan} is what it does. The engine makes a fresh instance per task, host and loop item.
 */
public interface Module {
    /**
     * Says what is to be done.
     *
     * <p>May look at the host with {@code remote.probe}, must not change it: {@code remote.exec}
     * throws until the engine applies the plan. A {@link Plan.Guarded} plan must not even look, so
     * that the engine can send it ahead.
     *
     * @throws TaskFailure when the module cannot do what it was asked for
     */
    Plan plan(Remote remote);
}
