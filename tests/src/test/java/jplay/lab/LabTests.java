package jplay.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.Network;

@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabTests {
    private final Lab lab = Lab.open();

    @AfterAll
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource
    void startsHostsThatSshReaches(Image image) throws Exception {
        var host = lab.host("host-" + image.fileName(), image);
        var process =
                new ProcessBuilder(
                                "ssh",
                                "-i",
                                lab.folder().resolve("id_ed25519").toString(),
                                "-o",
                                "UserKnownHostsFile=" + lab.knownHosts(),
                                "-o",
                                "StrictHostKeyChecking=yes",
                                "root@" + host.ip(),
                                "uname -n; id -un")
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("host-%s\nroot\n".formatted(image.fileName()), said);
        var python = host.exec("sh", "-c", "command -v python3 || command -v perl").status();
        assertEquals(image.hasSystemd(), python == 0);
    }

    @Test
    void findsHostsByName() {
        var _ = lab.host("one", Image.BUSYBOX);
        var two = lab.host("two", Image.BUSYBOX);
        assertTrue(two.sh("ping -c 1 -W 2 one").contains("0% packet loss"));
    }

    @Test
    void removesWhatKilledRunsHaveLeft() {
        var client = Engine.client();
        var dead = Map.of(Owner.LABEL, Long.MAX_VALUE + "@never");
        var image = Engine.load(Image.BUSYBOX);
        var container = client.createContainerCmd(image).withLabels(dead).withCmd("sh").exec();
        var network =
                Network.builder()
                        .createNetworkCmdModifier(command -> command.withLabels(dead))
                        .build();
        var living = lab.host("living", Image.BUSYBOX);
        var id = network.getId();
        new Leftovers(client).remove();
        assertThrows(
                NotFoundException.class,
                () -> client.inspectContainerCmd(container.getId()).exec());
        assertThrows(
                NotFoundException.class, () -> client.inspectNetworkCmd().withNetworkId(id).exec());
        assertEquals("living", living.sh("hostname"));
    }
}
