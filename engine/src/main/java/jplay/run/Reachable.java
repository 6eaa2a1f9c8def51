package jplay.run;

import java.util.List;
import jplay.connection.ConnectionKinds;
import jplay.connection.local.LocalKind;

/** The ways of reaching hosts that every run knows: the one list where a new one is added. */
final class Reachable {
    private Reachable() {}

    static ConnectionKinds by(RunParts parts) {
        return new ConnectionKinds(List.of(new LocalKind()));
    }
}
