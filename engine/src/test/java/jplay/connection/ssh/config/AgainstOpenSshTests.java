package jplay.connection.ssh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file comes to is what OpenSSH's own client, asked with {@code -G}, makes of it. */
class AgainstOpenSshTests {
    private static final List<String> COMPARED =
            List.of(
                    "port",
                    "identityfile",
                    "certificatefile",
                    "sendenv",
                    "setenv",
                    "proxyjump",
                    "proxycommand",
                    "connecttimeout",
                    "serveraliveinterval",
                    "hostkeyalias",
                    "addressfamily",
                    "bindaddress",
                    "identityagent",
                    "preferredauthentications",
                    "serveralivecountmax",
                    "connectionattempts");

    /** Told on a line each; the words of others stand on one line. */
    private static final Set<String> ONE_BY_ONE =
            Set.of("identityfile", "certificatefile", "sendenv", "setenv");

    private static final List<String> HOSTS =
            List.of("web1", "WEB1", "web2.example", "db.example", "10.1.2.3", "other");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                Host web* !web2*
                  Port 1
                Host *.example
                  Port 2
                  User u
                Host *
                  Port 3
                """,
                """
                Match host "web*,db*" user root
                  Port 1
                Match originalhost WEB1
                  Port 2
                Match !host *.example
                  Port 3
                Port 4
                """,
                """
                Host web1
                  HostName %h.example
                  IdentityFile /a/%h
                Host web1.example
                  Port 9
                Match host web1.example
                  Port 8
                  IdentityFile /b/%h
                Match final host *.example
                  Port 7
                  IdentityFile /c
                """,
                """
                IdentityFile /one
                IdentityFile "/two words"
                CertificateFile /one-cert.pub
                Host web?
                  IdentityFile /three
                  IdentityFile /one
                """,
                """
                SendEnv A B
                SetEnv X=1 Y="2 3"
                Host web1
                  SendEnv -A C
                  SetEnv X=4
                """,
                """
                Host=web1
                  ProxyJump=none
                Host web2*
                  ProxyCommand none
                Host db*
                  ProxyCommand nc -X 5 %h %p
                Host *
                  ProxyJump me@jump:2222,last
                  ProxyCommand nc %h %p
                """,
                """
                  host   web1   other
                \tPort=5
                connecttimeout 1m30
                ServerAliveInterval=15 # often
                HostKeyAlias "the host"
                """,
                """
                Host web1 "other" 'db.example'
                  User "deploy"
                  AddressFamily inet6
                  BindAddress=127.0.0.1
                  IdentityAgent /run/agent
                  PreferredAuthentications publickey,password
                  ServerAliveCountMax 7
                  ConnectionAttempts = 3
                Host *
                  user late
                  IdentityFile none
                  IdentityFile /late
                """,
                """
                Match exec "test %h = web1" user root
                  Port 1
                  HostName changed
                Match exec "test %h = changed"
                  User x
                Match !exec "test %n = other" host !web*,*
                  Port 3
                Match user x
                  ConnectTimeout 9
                """,
                """
                Host 10.*
                  HostName gateway
                Match host gateway
                  Port 6
                Match all
                  Port 7
                Match user nobody
                  Port 8
                """
            })
    void agrees(String text) throws Exception {
        var file = Files.writeString(folder.resolve("config"), text);
        for (var host : HOSTS) {
            assertEquals(theirs(file, host), ours(file, host), host);
        }
    }

    private Map<String, List<String>> ours(Path file, String host) {
        var user = new Query.LocalUser(me(), folder, "0", "desk", Map.of());
        var only = Optional.of(file.toString());
        var options = new SshConfig(folder).resolve(new Query(host, Map.of(), only, user));
        var found = new TreeMap<String, List<String>>();
        for (var keyword : COMPARED) {
            var words = options.list(keyword);
            if (!words.isEmpty() && !words.equals(List.of("none"))) {
                found.put(keyword, ONE_BY_ONE.contains(keyword) ? words : joined(words));
            }
        }
        found.put("hostname", List.of(options.hostname()));
        found.put("user", List.of(options.user()));
        found.put("port", List.of(String.valueOf(options.port())));
        options.time("ConnectTimeout")
                .ifPresent(time ->
                        found.put("connecttimeout", List.of(String.valueOf(time.toSeconds()))));
        return found;
    }

    private static List<String> joined(List<String> words) {
        return List.of(String.join(" ", words));
    }

    private Map<String, List<String>> theirs(Path file, String host)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("ssh", "-G", "-F", file.toString(), host)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), host);
        var found = new HashMap<String, List<String>>();
        told.lines().forEach(line -> take(line.split(" ", 2), found));
        return new TreeMap<>(found);
    }

    private static void take(String[] words, Map<String, List<String>> found) {
        var keyword = words[0];
        var known = COMPARED.contains(keyword) || List.of("hostname", "user").contains(keyword);
        if (known && !isDefault(keyword, words[1])) {
            found.computeIfAbsent(keyword, _ -> new ArrayList<>()).add(words[1]);
        }
    }

    /** What {@code ssh -G} tells of what nobody wrote. */
    private static boolean isDefault(String keyword, String value) {
        return switch (keyword) {
            case "identityfile" -> value.startsWith("~/.ssh/id_");
            case "connecttimeout" -> value.equals("none");
            case "serveraliveinterval" -> value.equals("0");
            case "serveralivecountmax" -> value.equals("3");
            case "connectionattempts" -> value.equals("1");
            case "addressfamily" -> value.equals("any");
            default -> false;
        };
    }

    private static String me() {
        return System.getProperty("user.name");
    }
}
