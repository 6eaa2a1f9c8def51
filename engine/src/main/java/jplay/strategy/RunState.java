package jplay.strategy;

import java.util.List;
import java.util.Map;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** What results change for the tasks after them: variables, facts, inventory. For one thread. */
public interface RunState {
    /** Keeps a result under a name. */
    void register(String host, String name, Map<String, @Nullable Object> result);

    /** Sets variables as {@code set_fact} does. */
    void setFacts(String host, Effect.SetFacts facts);

    /** Takes facts that a module found. */
    void facts(String host, Map<String, @Nullable Object> facts);

    /** Takes variables read from files. */
    void includeVars(String host, Map<String, @Nullable Object> vars);

    /** Adds a host. */
    void addHost(Effect.AddHost host);

    /** Puts a host into a group. */
    void joinGroup(String host, Effect.JoinGroup group);

    /** Keeps values for the end of the run. */
    void stats(String host, Effect.Stats stats);

    /** Forgets the facts of hosts. */
    void clearFacts(List<String> hosts);

    /** Closes the connections to a host. */
    void resetConnection(String host);

    /** Reads the sources of the inventory again. */
    void refreshInventory();

    /** Lets hosts that failed or were lost take part in later plays. */
    void clearHostErrors();

    /** Whether the inventory has a host. */
    boolean knows(String host);

    /** Tells which hosts of the batch are still in the play. */
    void hostsLeft(List<String> hosts);
}
