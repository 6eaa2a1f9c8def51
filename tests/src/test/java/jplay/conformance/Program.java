package jplay.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What plays playbooks: jplay's launcher in the checkout (or what the environment's JPLAY_PROGRAM
 * names), or Ansible.
 */
record Program(List<String> words, Map<String, String> environment) {

    /** jplay with a shell of the host. */
    static Program jplay(Path shell) {
        var program =
                System.getenv()
                        .getOrDefault("JPLAY_PROGRAM", checkout().resolve("jplay").toString());
        return new Program(
                List.of(program, "-e", "ansible_shell_executable=" + shell),
                Map.of("JPLAY_BUILD", "never", "ANSIBLE_ALLOW_BROKEN_CONDITIONALS", "0"));
    }

    /** Ansible, to be asked for the answers. */
    static Program ansible(String playbookCommand) {
        return new Program(
                List.of(playbookCommand),
                Map.of(
                        "ANSIBLE_LOCALHOST_WARNING", "0",
                        "ANSIBLE_NOCOLOR", "1",
                        "ANSIBLE_RETRY_FILES_ENABLED", "0",
                        "ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3"));
    }

    static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("playbooks"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All that it says when it plays a playbook on this machine. */
    String run(Path playbook, List<String> options) {
        var all = new ArrayList<>(words);
        all.addAll(List.of("-i", "localhost,", "-c", "local"));
        all.addAll(options);
        all.add(playbook.toString());
        var script = "umask 022; exec \"$@\"";
        all.addAll(0, List.of("sh", "-c", script, "sh"));
        return Shell.run(playbook.getParent(), environment, all).output();
    }
}
