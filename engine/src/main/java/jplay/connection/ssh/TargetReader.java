package jplay.connection.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jplay.connection.Destination;
import jplay.connection.ssh.config.GivenOptions;
import jplay.connection.ssh.config.Jump;
import jplay.connection.ssh.config.Query;
import jplay.connection.ssh.config.SshConfig;
import jplay.connection.ssh.login.Credentials;
import jplay.inventory.ShellWords;
import jplay.module.TaskFailure;
import jplay.module.type.Secret;

/**
 * Works out how a host is reached, from its variables, the settings and OpenSSH's files. Options
 * win in the order in which Ansible writes them on ssh's command line.
 */
final class TargetReader {
    private static final Set<String> NO = Set.of("false", "no", "off", "0", "f", "n");
    private static final Duration HOP_TIMEOUT = Duration.ofSeconds(30);

    private final SshDefaults defaults;
    private final SshConfig config;

    TargetReader(SshDefaults defaults, SshConfig config) {
        this.defaults = defaults;
        this.config = config;
    }

    SshTarget target(Destination destination) {
        var given = given(destination);
        var host = destination.text("ansible_host", "ansible_ssh_host").orElse(destination.host());
        var options =
                config.resolve(
                        new Query(plain(host), given.values(), given.file(), defaults.user()));
        var timeout =
                options.time("ConnectTimeout")
                        .orElse(Duration.ofSeconds(defaults.timeoutSeconds()));
        return new SshTarget(
                destination.host(),
                options,
                credentials(destination),
                timeout,
                number(destination, defaults.retries(), "ansible_ssh_retries"),
                false);
    }

    /** IPv6 addresses are often written as in URLs. */
    private static String plain(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /**
     * The last of these hops, reached through the others. It knows its own configuration, but
     * nothing that was meant for the host.
     */
    SshTarget hop(List<Jump> jumps, SshTarget behind) {
        var jump = jumps.getLast();
        var given = new GivenOptions();
        jump.user().ifPresent(user -> given.put("user", user));
        jump.port().ifPresent(port -> given.put("port", port));
        if (jumps.size() > 1) {
            given.put(
                    "proxyjump",
                    jumps.subList(0, jumps.size() - 1).stream()
                            .map(Jump::text)
                            .collect(Collectors.joining(",")));
        }
        var options =
                config.resolve(
                        new Query(
                                jump.host(),
                                given.values(),
                                behind.options().file(),
                                defaults.user()));
        return new SshTarget(
                jump.host(),
                options,
                new Credentials(
                        Optional.empty(), Optional.empty(), behind.credentials().passphrase()),
                options.time("ConnectTimeout").orElse(HOP_TIMEOUT),
                0,
                true);
    }

    private GivenOptions given(Destination host) {
        var given = new GivenOptions();
        given.words(words(host, defaults.arguments().first(), "ansible_ssh_args"));
        if (!checking(host)) {
            given.put("stricthostkeychecking", "no");
        }
        host.text("ansible_port", "ansible_ssh_port").ifPresent(port -> given.put("port", port));
        host.text("ansible_private_key_file", "ansible_ssh_private_key_file")
                .or(defaults::keyFile)
                .ifPresent(file -> given.put("identityfile", file));
        host.text("ansible_user", "ansible_ssh_user").ifPresent(user -> given.put("user", user));
        host.text("ansible_ssh_timeout", "ansible_timeout")
                .ifPresent(seconds -> given.put("connecttimeout", seconds));
        given.words(words(host, defaults.arguments().common(), "ansible_ssh_common_args"));
        given.words(words(host, defaults.arguments().extra(), "ansible_ssh_extra_args"));
        return given;
    }

    private static List<String> words(Destination host, List<String> orElse, String variable) {
        return host.variables().containsKey(variable)
                ? host.text(variable).map(text -> split(variable, text)).orElse(List.of())
                : orElse;
    }

    static List<String> split(String what, String text) {
        try {
            return ShellWords.split(text);
        } catch (IllegalArgumentException e) {
            throw new TaskFailure(what + ": " + e.getMessage() + " in " + text);
        }
    }

    private boolean checking(Destination host) {
        return host.text("ansible_ssh_host_key_checking", "ansible_host_key_checking")
                .map(text -> !NO.contains(text.toLowerCase(Locale.ROOT)))
                .orElse(defaults.hostKeyChecking());
    }

    private Credentials credentials(Destination host) {
        return new Credentials(
                secret(host, "ansible_password", "ansible_ssh_pass", "ansible_ssh_password")
                        .or(defaults::password),
                secret(host, "ansible_private_key", "ansible_ssh_private_key"),
                secret(
                        host,
                        "ansible_private_key_passphrase",
                        "ansible_ssh_private_key_passphrase"));
    }

    private static Optional<Secret> secret(Destination host, String... names) {
        return host.text(names).map(Secret::new);
    }

    private static int number(Destination host, int orElse, String variable) {
        return host.text(variable)
                .map(text -> {
                    if (!text.matches("\\d{1,6}")) {
                        throw new TaskFailure(
                                "%s: got '%s', want a number".formatted(variable, text));
                    }
                    return Integer.parseInt(text);
                })
                .orElse(orElse);
    }
}
