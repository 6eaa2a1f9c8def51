package jplay.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs that were killed have left in the engine. */
final class Leftovers {
    private final DockerClient client;

    Leftovers(DockerClient client) {
        this.client = client;
    }

    /** Removes them; what belongs to a process that lives stays. */
    void remove() {
        var labels = List.of(Owner.LABEL);
        for (var each :
                client.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec()) {
            if (isLeft(each.getLabels())) {
                quietly(() -> client.removeContainerCmd(each.getId()).withForce(true).exec());
            }
        }
        for (var each : client.listNetworksCmd().withFilter("label", labels).exec()) {
            if (isLeft(each.getLabels())) {
                quietly(() -> client.removeNetworkCmd(each.getId()).exec());
            }
        }
    }

    private static boolean isLeft(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(Owner.LABEL))
                .map(label -> !Owner.parse(label).lives())
                .orElse(false);
    }

    /** Another run may be removing the same. */
    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (NotFoundException _) {
            // gone already
        }
    }
}
