package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that let in few at a time. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTests {
    private static final int CROWD = 200;
    private static final int SOME = 24;

    /**
     * One allows a session for each connection, the next one login at a time. All addresses are
     * those of one machine, which nobody can see from outside.
     */
    private static final String SERVERS =
            """
            mkdir -p /run/sshd
            /usr/sbin/sshd -p 2201 -o MaxSessions=1 -o PidFile=none
            /usr/sbin/sshd -p 2202 -o MaxStartups=1:100:1 -o PidFile=none
            /usr/sbin/sshd -p 2203 -o MaxStartups=10:30:60 -o PidFile=none
            /usr/sbin/sshd -p 2204 -o MaxStartups=3:90:10 -o PidFile=none
            number=1
            while [ $number -le $most ]; do
                ip address add $net.$number/16 dev eth0
                number=$((number + 1))
            done
            """;

    /** They let in nobody for a while from where a login failed. */
    private static final String STRICT_SERVERS =
            """
            mkdir -p /run/sshd
            useradd -m ann
            /usr/sbin/sshd -p 2205 -o PidFile=none -o 'PerSourcePenalties=authfail:8s min:5s'
            /usr/sbin/sshd -p 2206 -o PidFile=none -o 'PerSourcePenalties=authfail:600s min:5s'
            """;

    /** The manual says the same. */
    private static final String NOT_NOW =
            "kex_exchange_identification: Connection to {address} port {port} closed by remote host:"
                    + " Not allowed at this time (its PerSourcePenalties, for logins from here that failed)";

    private static final String PLAYBOOK =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - shell: echo {{ inventory_hostname }} >>/root/ran
            """;

    private static final String TWO_USERS =
            PLAYBOOK.replace("all", "crowd")
                    + """
                        - command: id -un
                          become: true
                          become_user: nobody
                          register: who
                          failed_when: who.stdout != 'nobody'
                    """;

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("crowded", Image.DEBIAN12);
    private final LabHost good = lab.host("good", Image.DEBIAN13);
    private final Controller controller = Controller.in(lab.folder());

    @BeforeAll
    void serve() {
        var _ = host.sh("most=%d net=%s\n".formatted(CROWD, addresses()) + SERVERS);
        var _ = good.sh(STRICT_SERVERS);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    /** The first three numbers of all addresses but its own. */
    private String addresses() {
        var parts = host.ip().split("\\.", -1);
        return "%s.%s.%d".formatted(parts[0], parts[1], Integer.parseInt(parts[2]) + 1);
    }

    private Run run(String hosts, String playbook) throws Exception {
        var _ = host.sh("rm -f /root/ran");
        var _ = good.sh("rm -f /root/ran");
        controller.file(
                "hosts",
                """
                good ansible_host=%s
                [crowd]
                %s
                [crowd:vars]
                ansible_ssh_extra_args='-o HostKeyAlias=%s'
                [all:vars]
                ansible_user=root
                ansible_ssh_private_key_file=%s
                ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o UserKnownHostsFile=%s'
                """
                        .formatted(good.ip(), hosts, host.ip(), lab.key(), lab.knownHosts()));
        return controller.run(playbook, "--forks", String.valueOf(CROWD + 1), "-T", "30");
    }

    private static String names(int count, String line) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "many%1$d %2$s\n".formatted(number, line.formatted(number)))
                .collect(Collectors.joining());
    }

    private void eachDidItOnce(int count) {
        assertEquals(count, host.sh("cat /root/ran").lines().count());
        assertEquals(count, host.sh("sort -u /root/ran").lines().count());
    }

    @Test
    void everybodyGetsInAndAllSessionsAreHad() throws Exception {
        var some = names(SOME, "ansible_host=" + host.ip() + " ansible_port=2202");
        var single = "single ansible_port=2201 ansible_host=" + host.ip() + "\n";
        var run = run(some + single, TWO_USERS).ended(0);
        eachDidItOnce(SOME + 1);
        assertEquals("ok=2 changed=2 unreachable=0 failed=0", run.recap("single"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2203, 2204})
    void twoHundredGetIn(int port) throws Exception {
        var line = "ansible_host=" + addresses() + ".%d ansible_port=" + port;
        var run = run(names(CROWD, line), PLAYBOOK).ended(0);
        eachDidItOnce(CROWD);
        var recap = "ok=1 changed=1 unreachable=0 failed=0";
        assertEquals(recap, run.recap("good"));
        assertEquals(recap, run.recap("many" + CROWD));
    }

    @Test
    void waitsUntilWhoFailedMayComeAgain() throws Exception {
        var hosts =
                """
                [guessing]
                guess1 ansible_user=ann ansible_port=2205
                guess2 ansible_user=ann ansible_port=2206
                [strict]
                brief ansible_port=2205
                long ansible_port=2206 ansible_ssh_timeout=1
                [strict:vars]
                ansible_ssh_extra_args='-o HostKeyAlias={address}'
                [all:vars]
                ansible_host={address}
                """
                        .replace("{address}", good.ip());
        var guessing = PLAYBOOK.replace("all", "good:guessing");
        var run = run(hosts, guessing + PLAYBOOK.replace("all", "good:strict")).ended(4);
        var failed = "UNREACHABLE: Task failed: Failed to connect to the host via ssh: ";
        var message = NOT_NOW.replace("{address}", good.ip()).replace("{port}", "2206");
        assertEquals(failed + message, run.fatal("long"));
        assertEquals("ok=2 changed=2 unreachable=0 failed=0", run.recap("good"));
        assertEquals("ok=1 changed=1 unreachable=0 failed=0", run.recap("brief"));
        assertEquals("good\ngood\nbrief", good.sh("cat /root/ran"));
        assertTrue(Manual.troubles().contains("`" + NOT_NOW + "`"));
    }
}
