package jplay.modules.system.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.module.Result;
import jplay.modules.Given;
import jplay.testkit.ScriptHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Against a systemctl that keeps its state in a folder and writes down what it was asked to do. */
class SystemdTests {
    private static final String SYSTEMCTL =
            """
            #!/bin/sh
            echo "$*" >>"$STATE/asked"
            scope=
            case $1 in --user | --global) scope=$1; shift ;; esac
            action=$1
            for unit; do :; done
            active() { if [ -e "$STATE/active" ]; then echo active; else echo inactive; fi; }
            case $action in
                show)
                    if [ "$unit" != demo ]; then
                        printf 'Id=%s\\nLoadState=not-found\\nActiveState=inactive\\n' "$unit"
                        exit 0
                    fi
                    load=loaded
                    [ ! -e "$STATE/masked" ] || load=masked
                    printf 'Id=demo.service\\nLoadState=%s\\nActiveState=%s\\nExecStart={ path=/bin/x ;\\n more }\\nA=b=c\\n' "$load" "$(active)"
                    ;;
                is-enabled)
                    [ "$unit" = demo ] || exit 1
                    [ ! -e "$STATE/masked" ] || { echo masked; exit 1; }
                    [ -e "$STATE/enabled" ] && { echo enabled; exit 0; }
                    echo disabled; exit 1
                    ;;
                is-active) active ;;
                start | restart) [ ! -e "$STATE/broken" ] || { echo "Job failed" >&2; exit 1; }; : >"$STATE/active" ;;
                stop) rm -f "$STATE/active" ;;
                enable) : >"$STATE/enabled" ;;
                disable) rm -f "$STATE/enabled" ;;
                mask) : >"$STATE/masked" ;;
                unmask) rm -f "$STATE/masked" ;;
            esac
            """;

    @TempDir private Path folder;

    private ScriptHost host(String shell) throws IOException {
        Files.writeString(folder.resolve("systemctl"), SYSTEMCTL);
        Files.setPosixFilePermissions(
                folder.resolve("systemctl"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var path = folder + ":" + System.getenv("PATH");
        return new ScriptHost(shell, Map.of("PATH", path, "STATE", folder.toString()));
    }

    /** What was asked for since the last time, but for questions. */
    private List<String> asked() throws IOException {
        var file = folder.resolve("asked");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        Files.deleteIfExists(file);
        var questions = Set.of("show", "is-enabled", "is-active");
        return lines.stream()
                .filter(line -> questions.stream().noneMatch(List.of(line.split(" ", 0))::contains))
                .toList();
    }

    private Result apply(ScriptHost host, String arguments) {
        var result = host.apply(Given.plan(Systemd.class, arguments));
        assertFalse(result.failed(), result::toString);
        return result;
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void startsOnceAndTellsWhatItSaw(String shell) throws IOException {
        var host = host(shell);
        var arguments = "{'name': 'demo', 'state': 'started', 'enabled': true}";
        assertTrue(host.check(Given.plan(Systemd.class, arguments)).changed());
        assertEquals(List.of(), asked());
        var first = apply(host, arguments);
        assertTrue(first.changed());
        assertEquals(List.of("enable -- demo", "start -- demo"), asked());
        assertEquals(true, first.values().get("enabled"));
        assertEquals("started", first.values().get("state"));
        var status = assertInstanceOf(Map.class, first.values().get("status"));
        assertEquals("b=c", status.get("A"));
        assertEquals("{ path=/bin/x ;\n more }", status.get("ExecStart"));
        assertFalse(apply(host, arguments).changed());
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void actsAsTheStateNeeds(String shell) throws IOException {
        var host = host(shell);
        apply(host, "{'name': 'demo', 'state': 'reloaded'}");
        apply(host, "{'name': 'demo', 'state': 'reloaded'}");
        apply(host, "{'name': 'demo', 'state': 'restarted', 'no_block': true}");
        apply(host, "{'name': 'demo', 'state': 'stopped'}");
        apply(host, "{'name': 'demo', 'state': 'stopped'}");
        assertEquals(
                List.of(
                        "start -- demo",
                        "reload -- demo",
                        "restart --no-block -- demo",
                        "stop -- demo"),
                asked());
        apply(host, "{'name': 'demo', 'masked': true, 'scope': 'user'}");
        apply(host, "{'name': 'demo', 'masked': true}");
        apply(host, "{'name': 'demo', 'masked': false, 'force': true}");
        assertEquals(List.of("--user mask -- demo", "unmask --force -- demo"), asked());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void readsFilesAgainWithoutReportingAChange(String shell) throws IOException {
        var host = host(shell);
        assertFalse(apply(host, "{'daemon_reload': true}").changed());
        assertEquals(List.of("daemon-reload"), asked());
        assertFalse(host.check(Given.plan(Systemd.class, "{'daemon_reload': true}")).changed());
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void saysWhatIsWrong(String shell) throws IOException {
        var host = host(shell);
        var missing = Given.plan(Systemd.class, "{'name': 'other', 'state': 'started'}");
        assertEquals(
                "Could not find the requested service other: host",
                host.apply(missing).message().orElse(""));
        assertTrue(host.check(missing).failed());
        Files.createFile(folder.resolve("broken"));
        var result = host.apply(Given.plan(Systemd.class, "{'name': 'demo', 'state': 'started'}"));
        assertTrue(result.failed());
        assertEquals("Unable to start service demo: Job failed\n", result.message().orElse(""));
    }

    @Test
    void tellsTheStatusWhenNothingIsAsked() throws IOException {
        var result = apply(host("dash"), "{'name': 'demo'}");
        assertFalse(result.changed());
        assertInstanceOf(Map.class, result.values().get("status"));
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'state': 'started', 'masked': true} | missing parameter(s) required by 'state': name
                    {'masked': true} | missing parameter(s) required by 'masked': name
                    {'name': 'de*', 'state': 'started'} | This module does not currently support using glob patterns, found '*' in service name: de*
                    {'name': 'de[m]o'} | This module does not currently support using glob patterns, found '[' in service name: de[m]o
                    """)
    void refuses(String arguments, String message) throws IOException {
        var result = host("dash").apply(Given.plan(Systemd.class, arguments));
        assertEquals(message, result.message().orElse(""));
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void serviceGoesThroughSystemd(String shell) throws IOException {
        var host = host(shell);
        var plan =
                Given.plan(Service.class, "{'name': 'demo', 'state': 'started', 'use': 'systemd'}");
        assertTrue(host.apply(plan).changed());
        assertEquals(List.of("start -- demo"), asked());
        assertFalse(host.apply(plan).changed());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void serviceGoesThroughOpenRc(String shell) throws IOException {
        var host = host(shell);
        script(
                "rc-service",
                "echo \"$*\" >>\"$STATE/asked\"; case $2 in status) [ -e \"$STATE/up\" ] || exit 3 ;;"
                        + " start) : >\"$STATE/up\" ;; esac");
        script(
                "rc-update",
                "echo \"$*\" >>\"$STATE/asked\"; case $1 in show) cat \"$STATE/levels\" 2>/dev/null ;;"
                        + " add) echo \" $2 | default\" >\"$STATE/levels\" ;; esac");
        var plan =
                Given.plan(
                        Service.class,
                        "{'name': 'demo', 'state': 'started', 'enabled': true, 'use': 'openrc'}");
        assertTrue(host.apply(plan).changed());
        assertTrue(
                Files.readString(folder.resolve("asked"))
                        .endsWith("add demo default\ndemo start\n"));
        assertFalse(host.apply(plan).changed());
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(
                folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
