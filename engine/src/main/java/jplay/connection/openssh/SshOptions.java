package jplay.connection.openssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.connection.Destination;
import jplay.inventory.ShellWords;
import jplay.module.TaskFailure;
import jplay.module.type.Secret;

/**
 * What variables and settings say about a host, as arguments of ssh in the order of its rules.
 *
 * @param asked the password for hosts whose variables have none
 */
record SshOptions(Destination destination, Settings settings, Optional<Secret> asked) {
    private static final Pattern PERSISTS = Pattern.compile("(?i)ControlPersist");
    private static final Pattern OWN_SOCKET = Pattern.compile("(?i)ControlPath|-S\\b");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "0", "n", "f");

    String host() {
        return destination.text("ansible_host", "ansible_ssh_host").orElse(destination.host());
    }

    OpenSsh.Secrets secrets() {
        return new OpenSsh.Secrets(
                secret("ansible_password", "ansible_ssh_pass", "ansible_ssh_password")
                        .or(() -> asked),
                secret("ansible_private_key_passphrase", "ansible_ssh_private_key_passphrase"));
    }

    private Optional<Secret> secret(String... variables) {
        return destination.text(variables).map(Secret::new);
    }

    /** How often more a host is tried that is not reached. */
    int retries() {
        var text = text(Setting.SSH_RETRIES, "ansible_ssh_retries");
        if (!text.matches("\\d{1,6}")) {
            throw new TaskFailure("ansible_ssh_retries: got '%s', want a number".formatted(text));
        }
        return Integer.parseInt(text);
    }

    /** The program and all arguments before the host; the first to say something wins. */
    List<String> command() {
        var command = new ArrayList<String>();
        command.add(text(Setting.SSH_EXECUTABLE, "ansible_ssh_executable"));
        var all = new ArrayList<>(words(Setting.SSH_ARGS, "ansible_ssh_args"));
        if (!checksKeys()) {
            option("StrictHostKeyChecking=no", all);
        }
        each("Port=%s", all, "ansible_port", "ansible_ssh_port");
        key(all);
        identification(all);
        each("User=\"%s\"", all, "ansible_user", "ansible_ssh_user");
        timeout().ifPresent(seconds -> option("ConnectTimeout=" + seconds, all));
        all.addAll(words(Setting.SSH_COMMON_ARGS, "ansible_ssh_common_args"));
        all.addAll(words(Setting.SSH_EXTRA_ARGS, "ansible_ssh_extra_args"));
        socket(all);
        command.addAll(all);
        command.add("-T");
        return command;
    }

    private void each(String option, List<String> all, String... variables) {
        destination.text(variables).ifPresent(value -> option(option.formatted(value), all));
    }

    private static void option(String text, List<String> all) {
        all.add("-o");
        all.add(text);
    }

    private void key(List<String> all) {
        if (destination.text("ansible_private_key", "ansible_ssh_private_key").isPresent()) {
            throw new TaskFailure(
                    "ansible_private_key: connection openssh has keys from files and agents only;"
                            + " use ansible_private_key_file, or connection ssh");
        }
        destination
                .text("ansible_private_key_file", "ansible_ssh_private_key_file")
                .or(() -> settings.path(Setting.PRIVATE_KEY_FILE).map(Object::toString))
                .ifPresent(file -> option("IdentityFile=\"" + file + "\"", all));
    }

    /** Without a secret nothing may ask for one, since nobody would answer. */
    private void identification(List<String> all) {
        if (!secrets().none()) {
            option("NumberOfPasswordPrompts=1", all);
        }
        if (secrets().password().isPresent()) {
            return;
        }
        option("KbdInteractiveAuthentication=no", all);
        option("PreferredAuthentications=gssapi-with-mic,gssapi-keyex,hostbased,publickey", all);
        option("PasswordAuthentication=no", all);
        if (secrets().none()) {
            option("BatchMode=yes", all);
        }
    }

    private boolean checksKeys() {
        return destination
                .text("ansible_host_key_checking", "ansible_ssh_host_key_checking")
                .map(text -> !FALSE.contains(text.toLowerCase(Locale.ROOT)))
                .orElse(settings.is(Setting.HOST_KEY_CHECKING));
    }

    private Optional<String> timeout() {
        var own = settings.text(Setting.SSH_TIMEOUT);
        return destination
                .text("ansible_ssh_timeout", "ansible_timeout")
                .or(() -> Optional.of(own.isEmpty() ? settings.text(Setting.TIMEOUT) : own))
                .filter(seconds -> !seconds.equals("0"));
    }

    /** Connections that outlive a command are kept behind a socket that only this user can use. */
    private void socket(List<String> all) {
        var written = String.join(" ", all);
        if (PERSISTS.matcher(written).find() && !OWN_SOCKET.matcher(written).find()) {
            var path = settings.text(Setting.SSH_CONTROL_PATH);
            option(
                    "ControlPath=\""
                            + (path.isEmpty() ? SocketFolder.of(settings) + "/%C" : path)
                            + "\"",
                    all);
        }
    }

    private String text(Setting setting, String variable) {
        return destination.text(variable).orElse(settings.text(setting));
    }

    private List<String> words(Setting setting, String variable) {
        var text = text(setting, variable);
        try {
            return ShellWords.split(text);
        } catch (IllegalArgumentException e) {
            throw new TaskFailure("%s: got '%s', %s".formatted(variable, text, e.getMessage()));
        }
    }
}
