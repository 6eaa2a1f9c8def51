package jplay.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Spelling;
import jplay.module.TaskFailure;

/** The ways of reaching hosts that a run knows, by their names. */
public final class ConnectionKinds implements AutoCloseable {
    private final List<ConnectionKind> kinds;
    private final Map<String, ConnectionKind> byName = new HashMap<>();

    /** These kinds; a name belongs to the first that claims it. */
    public ConnectionKinds(List<ConnectionKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.kinds.forEach(kind -> kind.names().forEach(name -> byName.putIfAbsent(name, kind)));
    }

    /**
     * The kind that a name stands for.
     *
     * @throws TaskFailure when there is none
     */
    public ConnectionKind named(String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw new TaskFailure(
                    "the connection plugin '%s' was not found%s"
                            .formatted(name, Spelling.didYouMean(name, byName.keySet())));
        }
        return kind;
    }

    @Override
    public void close() {
        kinds.forEach(ConnectionKind::close);
    }
}
