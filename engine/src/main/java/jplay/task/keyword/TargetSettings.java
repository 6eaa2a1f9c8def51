package jplay.task.keyword;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.Become;
import jplay.module.type.Secret;
import jplay.template.Scope;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/**
 * Works out how a task reaches its host: variables win over keywords, keywords over flags and
 * configuration.
 */
record TargetSettings(Keywords keywords, Scope hostScope, TaskDefaults defaults) {
    private static final List<String> PLAIN =
            List.of(
                    "ansible_host",
                    "ansible_port",
                    "ansible_user",
                    "ansible_password",
                    "ansible_shell_executable",
                    "ansible_remote_tmp",
                    "ansible_pipelining",
                    "ansible_timeout",
                    "ansible_private_key_file",
                    "ansible_private_key",
                    "ansible_private_key_passphrase",
                    "ansible_host_key_checking");
    private static final List<String> SSH =
            List.of(
                    "host",
                    "port",
                    "user",
                    "pass",
                    "password",
                    "private_key_file",
                    "private_key",
                    "private_key_passphrase",
                    "common_args",
                    "extra_args",
                    "args",
                    "executable",
                    "host_key_checking",
                    "timeout",
                    "retries",
                    "pipelining",
                    "transfer_method",
                    "connection_attempts");
    private static final List<String> PARTS_OF_A_MACHINE =
            List.of(
                    "ansible_docker_host",
                    "ansible_docker_user",
                    "ansible_docker_extra_args",
                    "ansible_docker_extra_env",
                    "ansible_docker_working_dir",
                    "ansible_docker_privileged",
                    "ansible_podman_host",
                    "ansible_podman_user",
                    "ansible_podman_executable",
                    "ansible_podman_extra_args",
                    "ansible_chroot_exe",
                    "ansible_chroot_disable_root_check",
                    "ansible_nsenter_pid");
    private static final List<String> NAMES =
            Stream.of(
                            Stream.of("ansible_connection"),
                            PLAIN.stream(),
                            PARTS_OF_A_MACHINE.stream(),
                            SSH.stream().map("ansible_ssh_"::concat))
                    .flatMap(names -> names)
                    .toList();
    private static final Map<String, String> KEYWORDS =
            Map.of(
                    "connection",
                    "ansible_connection",
                    "remote_user",
                    "ansible_user",
                    "port",
                    "ansible_port");

    Target target(String host) {
        return new Target(host, variables(), become(), environment(), timeout());
    }

    Map<String, @Nullable Object> variables() {
        var found = new LinkedHashMap<String, @Nullable Object>();
        KEYWORDS.forEach((keyword, name) ->
                keywords.value(keyword).ifPresent(value -> found.put(name, value)));
        NAMES.forEach(name -> variable(name).ifPresent(value -> found.put(name, value)));
        return found;
    }

    private Optional<Object> variable(String... names) {
        for (var name : names) {
            if (hostScope.has(name)) {
                var value =
                        Arguments.render(keywords.templar(), hostScope.get(name), hostScope, name);
                return value == Omit.OMIT ? Optional.empty() : Optional.ofNullable(value);
            }
        }
        return Optional.empty();
    }

    private Become become() {
        var wanted =
                variable("ansible_become")
                        .map(value -> Keywords.truth("ansible_become", value))
                        .orElseGet(() -> keywords.flag("become", false));
        if (!wanted) {
            return Become.NONE;
        }
        var method =
                variable("ansible_become_method")
                        .or(() -> keywords.value("become_method"))
                        .map(Object::toString)
                        .orElse("sudo");
        var plugin = method.substring(method.lastIndexOf('.') + 1);
        return new Become(
                method,
                variable("ansible_become_user", "ansible_" + plugin + "_user")
                        .or(() -> keywords.value("become_user"))
                        .map(Object::toString)
                        .orElse("root"),
                password(plugin),
                option("become_flags", "ansible_" + plugin + "_flags"),
                option("become_exe", "ansible_" + plugin + "_exe"));
    }

    /** A keyword, its variable, or the variable of the method alone; empty when none is given. */
    private String option(String keyword, String ofMethod) {
        return variable("ansible_" + keyword, ofMethod)
                .or(() -> keywords.value(keyword))
                .map(Object::toString)
                .orElse("");
    }

    private Optional<Secret> password(String plugin) {
        return variable(
                        "ansible_become_password",
                        "ansible_become_pass",
                        "ansible_" + plugin + "_pass")
                .map(Object::toString)
                .or(defaults::becomePassword)
                .map(Secret::new);
    }

    private Map<String, String> environment() {
        var all = new LinkedHashMap<String, String>();
        for (var written : keywords.task().directives().environment()) {
            keywords.rendered("environment", written).ifPresent(value -> add(all, value));
        }
        return all;
    }

    private static void add(Map<String, String> all, Object value) {
        switch (value) {
            case List<?> several ->
                    several.forEach(each -> add(all, each == null ? Map.of() : each));
            case Map<?, ?> map ->
                    map.forEach((name, text) ->
                            all.put(name.toString(), text == null ? "" : text(text)));
            case String empty when empty.isBlank() -> {}
            default -> throw TaskProblem.of("environment must be a dictionary, received " + value);
        }
    }

    private static String text(Object value) {
        return value instanceof Boolean flag ? (flag ? "True" : "False") : value.toString();
    }

    private Optional<Duration> timeout() {
        return keywords.value("timeout")
                .map(value -> Math.round(Double.parseDouble(value.toString()) * 1000))
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis);
    }
}
