package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that are reached and are in a bad state; each is a user of one host. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubledHostTests {
    /** /tmp and /var/tmp are small and nothing can be started from there, time goes backwards. */
    private static final String PREPARED =
            """
            set -e
            for user in ann ben cat dan eve fay gus; do
                useradd -m -s /bin/bash $user
                echo $user:secret | chpasswd
                cp -r /root/.ssh /home/$user/
                chown -R $user: /home/$user
            done
            echo 'ann ALL=(ALL) ALL' >/etc/sudoers.d/ann
            echo 'dan ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/dan
            mount -o remount,noexec,nosuid,mode=1777,size=256k /tmp
            mount -t tmpfs -o noexec,mode=1777,size=256k none /var/tmp
            mkdir -m 1777 /small
            mount -t tmpfs -o mode=1777,size=64k none /small
            mount --bind /home/cat /home/cat
            mount -o remount,bind,ro /home/cat
            printf 'echo "Welcome, $USER"\\necho "Quota exceeded" >&2\\nprintf "\\\\033]0;x\\\\007"\\n' |
                tee /home/dan/.bashrc /home/dan/.profile >/home/dan/.bash_profile
            printf 'export LC_ALL=C LANG=C\\n' >/home/eve/.bashrc
            cat >/usr/local/bin/date <<'SCRIPT'
            #!/bin/sh
            # an hour earlier each time
            [ "$(id -un)" = fay ] || exec /bin/date "$@"
            echo x >>/home/fay/asked
            /bin/date -d "-$(wc -l </home/fay/asked) hours" "$@"
            SCRIPT
            chmod 0755 /usr/local/bin/date
            """;

    /** A user, a task of his, and the message with which it fails. The manual says the same. */
    private static final String FAILING =
            """
            no-sudo-password ann
            command: id -un
            become: true
            => Task failed: Missing sudo password

            wrong-sudo-password ann ansible_become_password=guess
            command: id -un
            become: true
            => Task failed: Incorrect sudo password

            sudo-not-allowed ben ansible_become_password=secret
            command: id -un
            become: true
            => Task failed: cannot become root with sudo: ben is not in the sudoers file.

            no-room-for-text gus
            copy: {content: "{{ 'x' * 70000 }}", dest: /small/text}
            => cannot write in the folder /small: is the disk full?

            no-room-for-file gus
            copy: {src: large, dest: /small/file}
            => cannot write in the folder /small: is the disk full?

            no-room-for-temporary-file cat
            copy: {src: large, dest: /home/large}
            => cannot write a temporary file: no folder of these has room for 1000000 bytes and can be written: /tmp /var/tmp /home/cat

            read-only-home cat
            copy: {content: x, dest: ~/new}
            => cannot write in the folder /home/cat/

            read-only-home-for-jobs cat
            command: echo job
            async: 20
            poll: 1
            => cannot make the folder /home/cat/.ansible_async for jobs; ANSIBLE_ASYNC_DIR in environment names another

            hangs gus
            shell: echo x >>~/ran; [ $(id -u) = 0 ] || sleep 601
            timeout: 5
            => Task failed: Timed out after 5 second(s).
            """;

    /** A user and a task of his, which is not minded by what is odd. */
    private static final String WORKING =
            """
            temporary-folder-full gus
            copy: {src: large, dest: ~/large}
            failed_when: told.checksum != sum

            nothing-runs-in-tmp cat
            copy: {src: middle, dest: /tmp/middle}

            profile-prints dan
            shell: echo out; echo err >&2
            failed_when: told.stdout + told.stderr != 'outerr'

            profile-prints-before-sudo dan
            command: id -un
            become: true
            failed_when: told.stdout != 'root'

            language-without-utf8 eve
            shell: f=ö✓; echo 'ü ✓' >$f; cat ö*; ls | tail -n 1
            args: {chdir: ~}
            failed_when: told.stdout != 'ü ✓\\nö✓'

            clock-goes-back fay
            command: sleep 1.1
            failed_when: told.delta is not match('0:00:0[1-9]')

            clock-goes-back-during-a-job fay
            shell: sleep 1; echo done
            async: 30
            poll: 1
            failed_when: told.stdout != 'done'

            clock-goes-back-while-waiting fay
            wait_for: {timeout: 1}
            """;

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("troubled", Image.DEBIAN12);
    private final LabHost good = lab.host("good", Image.DEBIAN13);
    private final Controller controller = Controller.in(lab.folder());
    private Run run = new Run(-1, "");

    /**
     * A case.
     *
     * @param variables of the host, in an inventory
     * @param message with which the task fails
     */
    record Row(String name, String user, String variables, String task, String message) {
        static Row of(String text) {
            var lines = text.strip().split("\n", 2);
            var head = lines[0].split(" ", 3);
            var rest = (lines[1] + "\n=> ").split("\n=> ", 3);
            return new Row(head[0], head[1], head.length > 2 ? head[2] : "", rest[0], rest[1]);
        }

        @Override
        public String toString() {
            return name;
        }

        String host(String address) {
            return "%s ansible_host=%s ansible_user=%s %s\n"
                    .formatted(name, address, user, variables);
        }

        String play() {
            return """
            - hosts: %s:good
              gather_facts: false
              tasks:
                - %s
                  register: told
                - command: echo "next"
            """
                    .formatted(name, task.replace("\n", "\n      "));
        }
    }

    private static Stream<Row> failing() {
        return Stream.of(FAILING.split("\n\n")).map(Row::of);
    }

    private static Stream<Row> working() {
        return Stream.of(WORKING.split("\n\n")).map(Row::of);
    }

    private static Stream<Row> rows() {
        return Stream.concat(failing(), working());
    }

    @BeforeAll
    void runAll() throws Exception {
        var _ = host.sh("cat >/prepare <<'END'\n" + PREPARED + "END\nbash /prepare");
        var _ = good.sh("mkdir /small");
        Files.write(lab.folder().resolve("large"), new byte[1_000_000]);
        Files.write(lab.folder().resolve("middle"), new byte[90_000]);
        var hosts = rows().map(row -> row.host(host.ip())).collect(Collectors.joining());
        controller.file(
                "hosts",
                """
                %sgood ansible_host=%s ansible_user=root
                [all:vars]
                ansible_ssh_private_key_file=%s
                ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o UserKnownHostsFile=%s'
                sum=bef3595266a65a2ff36b700a75e8ed95c68210b6
                """
                        .formatted(hosts, good.ip(), lab.key(), lab.knownHosts()));
        run = controller.run(rows().map(Row::play).collect(Collectors.joining()));
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void saysWhatIsWrong(Row row) {
        assertEquals("FAILED: " + row.message(), run.fatal(row.name()));
        assertEquals("ok=0 changed=0 unreachable=0 failed=1", run.recap(row.name()));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void theManualSaysSo(Row row) throws Exception {
        assertTrue(Manual.troubles().contains("`" + row.message() + "`"), row.message());
    }

    @ParameterizedTest
    @MethodSource("working")
    void worksAllTheSame(Row row) {
        assertTrue(run.recap(row.name()).startsWith("ok=2 "), run.output());
        assertTrue(run.recap(row.name()).endsWith(" failed=0"), run.output());
    }

    @Test
    void theOtherHostGoesOn() {
        run.ended(2);
        var counts = run.recap("good");
        assertTrue(counts.startsWith("ok=" + 2 * rows().count() + " "), counts);
        assertTrue(counts.endsWith(" unreachable=0 failed=0"), counts);
    }

    @Test
    void nothingIsHalfDoneAndNothingIsLeft() {
        assertEquals("", host.sh("ls -A /small; ls /home/large 2>/dev/null || :"));
        assertEquals("", host.sh("find /tmp /var/tmp /home /root -name '.jplay*'"));
        assertEquals("x", host.sh("cat /home/gus/ran; pgrep -f 'sleep 60[1]' || :"));
        assertEquals("x", good.sh("cat /root/ran"));
    }
}
