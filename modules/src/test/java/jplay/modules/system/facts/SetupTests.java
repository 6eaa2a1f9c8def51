package jplay.modules.system.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jplay.module.Report;
import jplay.module.TaskFailure;
import jplay.modules.Given;
import jplay.testkit.ScriptHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTests {

    @TempDir private Path folder;

    private static Map<String, Object> facts(ScriptHost host, String arguments) {
        var result = host.apply(Given.plan(Setup.class, arguments));
        assertFalse(result.failed(), () -> result.toString());
        assertFalse(result.changed());
        var facts = new LinkedHashMap<String, Object>();
        Map<?, ?> found = assertInstanceOf(Map.class, result.values().get("ansible_facts"));
        found.forEach((name, value) -> facts.put(name.toString(), value));
        return facts;
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void tellsWhatTheHostIs(String shell) throws IOException {
        var facts = facts(new ScriptHost(shell, Map.of("TWO_LINES", "a b\nc=d")), "{}");
        assertEquals(
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(),
                facts.get("ansible_kernel"));
        assertEquals(
                Files.readString(Path.of("/proc/sys/kernel/hostname")).strip(),
                facts.get("ansible_nodename"));
        assertEquals(System.getProperty("user.name"), facts.get("ansible_user_id"));
        assertEquals("Linux", facts.get("ansible_system"));
        assertEquals(
                (long) Runtime.getRuntime().availableProcessors(),
                facts.get("ansible_processor_nproc"));
        assertEquals(
                "a b\nc=d", assertInstanceOf(Map.class, facts.get("ansible_env")).get("TWO_LINES"));
        assertTrue(assertInstanceOf(Long.class, facts.get("ansible_memtotal_mb")) > 0);
        assertEquals(true, facts.get("module_setup"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void findsAllAddresses(String shell) throws IOException {
        var wanted = new HashSet<String>();
        for (var device : NetworkInterface.networkInterfaces().toList()) {
            device.inetAddresses()
                    .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                    .forEach(each -> wanted.add(each.getHostAddress()));
        }
        var facts = facts(ScriptHost.of(shell), "{'gather_subset': ['!all', 'network']}");
        List<?> found = assertInstanceOf(List.class, facts.get("ansible_all_ipv4_addresses"));
        assertEquals(wanted, new HashSet<Object>(found));
        assertEquals("loopback", assertInstanceOf(Map.class, facts.get("ansible_lo")).get("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix"})
    void findsTheSameWithoutIp(String shell) throws IOException {
        for (var tool : List.of("uname", "date", "tail", "stat", "grep", "cat", "ls", "readlink")) {
            var file = folder.resolve(tool);
            Files.writeString(file, "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var asked =
                "{'gather_subset': ['!all', '!min', 'network'], 'filter': ['default_ipv*', 'all_*', 'lo']}";
        var wanted = facts(ScriptHost.of(shell), asked);
        var found =
                facts(
                        new ScriptHost("/usr/bin/" + shell, Map.of("PATH", folder.toString())),
                        asked);
        assertEquals(sorted(wanted), sorted(found));
    }

    /** In an order of its own: the kernel's tables have another one than the tool. */
    private static String sorted(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(each ->
                        each.getValue() instanceof List<?> list
                                ? each.getKey()
                                        + list.stream().map(Object::toString).sorted().toList()
                                : each.getKey() + each.getValue())
                .sorted()
                .toList()
                .toString();
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void readsFactsOfTheOwner(String shell) throws IOException {
        Files.writeString(folder.resolve("json.fact"), "{\"a\": [1, 2]}");
        Files.writeString(folder.resolve("ini.fact"), "[general]\nName = x y\n");
        Files.writeString(folder.resolve("program.fact"), "#!/bin/sh\necho '\"said\"'\n");
        Files.writeString(folder.resolve("broken.fact"), "#!/bin/sh\nexit 3\n");
        for (var name : List.of("program.fact", "broken.fact")) {
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var facts =
                facts(
                        ScriptHost.of(shell),
                        "{'gather_subset': ['!all', '!min', 'local'], 'fact_path': '%s'}"
                                .formatted(folder));
        var local = assertInstanceOf(Map.class, facts.get("ansible_local"));
        assertEquals(Map.of("a", List.of(1L, 2L)).toString(), local.get("json").toString());
        assertEquals(Map.of("general", Map.of("name", "x y")), local.get("ini"));
        assertEquals("said", local.get("program"));
        assertTrue(local.get("broken").toString().contains("rc: 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', ansible_mounts ansible_hostname ansible_interfaces, ''",
        "'{\"gather_subset\": \"min\"}', ansible_hostname, ansible_mounts",
        "'{\"gather_subset\": \"!all\"}', ansible_hostname, ansible_mounts",
        "'{\"gather_subset\": [\"!hardware\"]}', ansible_hostname ansible_interfaces, ansible_mounts",
        "'{\"gather_subset\": [\"!all\", \"!min\", \"mounts\"]}', ansible_mounts, ansible_hostname ansible_interfaces",
        "'{\"filter\": [\"*hostname\"]}', ansible_hostname, ansible_nodename",
        "'{\"filter\": [\"ansible_host*\"]}', ansible_hostname, ansible_nodename",
    })
    void gathersWhatIsAskedFor(String arguments, String present, String absent) {
        var names = facts(ScriptHost.of("dash"), arguments).keySet();
        assertTrue(names.containsAll(Set.of(present.split(" ", 0))), names::toString);
        for (var name : absent.split(" ", 0)) {
            assertFalse(names.contains(name), name);
        }
    }

    @Test
    void namesTheSubsetsThatThereAre() {
        var problem =
                assertThrows(
                        TaskFailure.class,
                        () -> Given.plan(Setup.class, "{'gather_subset': 'wrong'}"));
        assertTrue(problem.getMessage().startsWith("Bad subset 'wrong' given to Ansible."));
    }

    @ParameterizedTest
    @CsvSource({
        "debian, 'ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm', /etc/debian_version, 12.11, Debian, Debian, 12.11, bookworm",
        "ubuntu, 'ID=ubuntu\nVERSION_ID=\"24.04\"\nVERSION_CODENAME=noble', /etc/debian_version, trixie/sid, Ubuntu, Debian, 24.04, noble",
        "rocky, 'ID=\"rocky\"\nVERSION_ID=\"9.3\"\nVERSION=\"9.3 (Blue Onyx)\"', /etc/redhat-release, Rocky Linux release 9.3 (Blue Onyx), Rocky, RedHat, 9.3, Blue Onyx",
        "centos7, 'ID=\"centos\"\nVERSION_ID=\"7\"\nVERSION=\"7 (Core)\"', /etc/redhat-release, CentOS Linux release 7.9.2009 (Core), CentOS, RedHat, 7.9.2009, Core",
        "alpine, 'ID=alpine\nVERSION_ID=3.19.1', /etc/alpine-release, 3.19.1, Alpine, Alpine, 3.19.1, NA",
    })
    void knowsDistributions(ArgumentsAccessor row) {
        var raw = new StringBuilder();
        row.getString(1)
                .lines()
                .forEach(line -> raw.append("/etc/os-release:").append(line).append('\n'));
        raw.append(row.getString(2)).append(':').append(row.getString(3)).append("\nenvironment\n");
        var report =
                new Report(
                        false,
                        false,
                        Map.of(),
                        0,
                        raw.toString().getBytes(StandardCharsets.UTF_8),
                        new byte[0]);
        var facts = DistributionFacts.collect(Gathered.of(report));
        assertEquals(row.getString(4), facts.get("distribution"), row.getString(0));
        assertEquals(row.getString(5), facts.get("os_family"));
        var version = row.getString(6);
        assertEquals(version, facts.get("distribution_version"));
        assertEquals(row.getString(7), facts.get("distribution_release"));
        assertEquals(version.split("\\.", 0)[0], facts.get("distribution_major_version"));
    }

    @ParameterizedTest
    @CsvSource({
        "1704067200 0 +0000 UTC, UTC0, UTC, 01, 2024-01-01",
        "1721001600 500000000 +0200 CEST, 'CET-1CEST,M3.5.0,M10.5.0/3', CEST, 29, 2024-07-15",
        "1735689599 0 +0000 UTC, '', UTC, 53, 2024-12-31",
    })
    void knowsTheTime(ArgumentsAccessor row) {
        var date = row.getString(0);
        var day = row.getString(4);
        var said = Map.of("date", date, "timezone", row.getString(1));
        var facts = TimeFacts.collect(new Gathered(said, Map.of(), Map.of()));
        var time = assertInstanceOf(Map.class, facts.get("date_time"));
        assertEquals(row.getString(2), time.get("tz_dst"));
        assertEquals(day, time.get("date"));
        assertEquals(row.getString(3), time.get("weeknumber"));
        assertEquals(
                LocalDate.parse(day).format(DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH)),
                time.get("weekday"));
        assertEquals(date.split(" ", 0)[0], time.get("epoch"));
    }

    @Test
    void findsAddressesWithoutTools() {
        var raw =
                """
                /proc/net/fib_trie:Main:
                /proc/net/fib_trie:           |-- 10.1.2.3
                /proc/net/fib_trie:              /32 host LOCAL
                /proc/net/route:eth0\t00000000\t0102010A\t0003\t0\t0\t0\t00000000\t0\t0\t0
                /proc/net/route:eth0\t0002010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
                /proc/net/if_inet6:fe80000000000000000000fffe000001 02 40 20 80     eth0
                environment
                """;
        var report =
                new Report(
                        false,
                        false,
                        Map.of(),
                        0,
                        raw.getBytes(StandardCharsets.UTF_8),
                        new byte[0]);
        var host = Gathered.of(report);
        assertEquals(
                List.of(
                        new Address("eth0", "eth0", "10.1.2.3", 24, "10.1.2.255", "global"),
                        new Address("eth0", "eth0", "fe80::ff:fe00:1", 64, "", "link")),
                Address.of(host));
        assertEquals("10.1.2.1", Way.of(host, false).orElseThrow().gateway().orElseThrow());
    }
}
