package jplay.connection;

import java.util.List;

/** A way of reaching hosts, shared by all hosts of a run that are reached so. Thread-safe. */
public interface ConnectionKind extends AutoCloseable {
    /**
     * What it is called in {@code ansible_connection}: short and full names, its own first. A full
     * name is written with its collection, such as {@code ansible.builtin.local}.
     */
    List<String> names();

    /**
     * Whether a connection variable makes a difference to this kind; hosts that differ only in
     * others share a connection.
     */
    default boolean heeds(String variable) {
        return true;
    }

    /**
     * A connection to a host. It may reach the host only when a worker is asked for.
     *
     * @throws UnreachableException when the host cannot be reached
     * @throws jplay.module.TaskFailure when a variable says something impossible
     */
    Connection open(Destination destination);

    /** Ends what the connections of this kind share; after all of them are closed. Never throws. */
    @Override
    default void close() {}
}
