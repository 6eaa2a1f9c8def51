package jplay.vars;

import java.util.List;
import java.util.Set;

/** Which variables say how a host is reached; a delegated task sees those of the other host. */
final class ConnectionVariables {
    private static final Set<String> NAMES =
            Set.of(
                    "ansible_connection",
                    "ansible_host",
                    "ansible_port",
                    "ansible_user",
                    "ansible_password",
                    "ansible_private_key_file",
                    "ansible_host_key_checking",
                    "ansible_pipelining",
                    "ansible_timeout",
                    "ansible_remote_tmp",
                    "ansible_executable",
                    "ansible_python_interpreter");
    private static final List<String> PREFIXES =
            List.of(
                    "ansible_ssh_",
                    "ansible_sftp_",
                    "ansible_scp_",
                    "ansible_shell_",
                    "ansible_docker_",
                    "ansible_podman_",
                    "ansible_chroot_",
                    "ansible_nsenter_");

    private ConnectionVariables() {}

    static boolean isOne(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
