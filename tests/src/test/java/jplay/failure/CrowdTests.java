package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabTest;
import org.junit.jupiter.api.Test;

/** Servers that let in few at a time. */
@LabTest
class CrowdTests {
    private static final int MANY = 24;

    /** One allows a session for each connection, the other one login at a time. */
    private static final String SERVERS =
            """
            mkdir -p /run/sshd
            /usr/sbin/sshd -p 2201 -o MaxSessions=1 -o PidFile=none
            /usr/sbin/sshd -p 2202 -o MaxStartups=1:100:1 -o PidFile=none
            """;

    private static final String PLAYBOOK =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - shell: echo {{ inventory_hostname }} >>/root/ran
                - command: id -un
                  become: true
                  become_user: nobody
                  register: who
                  failed_when: who.stdout != 'nobody'
            """;

    @Test
    void everybodyGetsInAndAllSessionsAreHad() throws Exception {
        try (var lab = Lab.open()) {
            var host = lab.host("crowded", Image.DEBIAN12);
            var _ = host.sh(SERVERS);
            var controller = Controller.in(lab.folder());
            controller.file("hosts", inventory(lab, host.ip()));
            var run = controller.run(PLAYBOOK, "--forks", String.valueOf(MANY + 1));
            run.ended(0);
            assertEquals(MANY + 1, host.sh("sort -u /root/ran").lines().count());
            assertEquals(MANY + 1, host.sh("cat /root/ran").lines().count());
            assertEquals("ok=2 changed=2 unreachable=0 failed=0", run.recap("single"));
        }
    }

    private static String inventory(Lab lab, String address) {
        var names =
                IntStream.range(0, MANY)
                        .mapToObj(number -> "many%d ansible_port=2202\n".formatted(number))
                        .collect(Collectors.joining());
        return """
        single ansible_port=2201
        %s[all:vars]
        ansible_host=%s
        ansible_user=root
        ansible_ssh_private_key_file=%s
        ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o HostKeyAlias=%s -o UserKnownHostsFile=%s'
        """
                .formatted(names, address, lab.key(), address, lab.knownHosts());
    }
}
