package jplay.run;

import java.util.List;
import jplay.connection.ConnectionKinds;
import jplay.connection.container.ChrootKind;
import jplay.connection.container.DockerKind;
import jplay.connection.container.NamespaceKind;
import jplay.connection.container.PodmanKind;
import jplay.connection.local.LocalKind;
import jplay.connection.openssh.OpenSshKind;

/** The ways of reaching hosts that every run knows: the one list where a new one is added. */
final class Reachable {
    private Reachable() {}

    static ConnectionKinds by(RunParts parts) {
        var settings = parts.settings();
        return new ConnectionKinds(
                List.of(
                        new LocalKind(),
                        new DockerKind(settings),
                        new PodmanKind(settings),
                        new ChrootKind(settings),
                        new NamespaceKind(),
                        new OpenSshKind(settings)));
    }
}
