package jplay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options of {@code jplay PLAYBOOK}: those of {@code ansible-playbook} under the same names.
 */
@Command(
        name = "jplay",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Runs Ansible playbooks.",
        footer = {
            "",
            "Exit codes: 0 well, 1 could not begin, 2 a host failed or wrong usage, 4 a host could not be",
            "reached or the playbook is wrong, 5 bad options, 99 interrupted, 250 a defect of jplay."
        })
final class PlaybookOptions {
    @Parameters(
            paramLabel = "PLAYBOOK",
            arity = "1..*",
            description = "Looked up here, then in playbooks/.")
    List<String> playbooks = new ArrayList<>();

    @Option(
            names = {"-i", "--inventory", "--inventory-file"},
            paramLabel = "INVENTORY",
            description = "Inventory file, folder or comma-separated hosts; may be repeated.")
    List<String> inventories = new ArrayList<>();

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "SUBSET",
            description = "Only these hosts.")
    Optional<String> limit = Optional.empty();

    @Option(
            names = {"-e", "--extra-vars"},
            paramLabel = "VARS",
            description = "Variables as key=value, YAML, JSON or @file; may be repeated.")
    List<String> extraVars = new ArrayList<>();

    @Option(
            names = {"-t", "--tags"},
            paramLabel = "TAGS",
            description = "Only tasks with these tags.")
    List<String> tags = new ArrayList<>();

    @Option(names = "--skip-tags", paramLabel = "TAGS", description = "No tasks with these tags.")
    List<String> skipTags = new ArrayList<>();

    @Option(
            names = {"-C", "--check"},
            description = "Change nothing, say what would change.")
    boolean check;

    @Option(
            names = {"-D", "--diff"},
            description = "Show what changes in files.")
    boolean diff;

    @Option(
            names = {"-f", "--forks"},
            paramLabel = "N",
            description = "Hosts at the same time.")
    Optional<Integer> forks = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description = "More output; up to -vvvvvv.")
    boolean[] verbose = {};

    @Option(
            names = "--start-at-task",
            paramLabel = "NAME",
            description = "Begin with the task of this name.")
    Optional<String> startAtTask = Optional.empty();

    @Option(names = "--step", description = "Ask before each task.")
    boolean step;

    @Option(names = "--force-handlers", description = "Run handlers also when a task failed.")
    boolean forceHandlers;

    @Option(names = "--flush-cache", description = "Forget cached facts first.")
    boolean flushCache;

    @Option(
            names = {"-M", "--module-path"},
            paramLabel = "FOLDERS",
            description = "Accepted; modules are built in.")
    List<String> modulePath = new ArrayList<>();

    @Option(names = "--syntax-check", description = "Read and check everything, run nothing.")
    boolean syntaxCheck;

    @Option(names = "--list-hosts", description = "Name the hosts of each play, run nothing.")
    boolean listHosts;

    @Option(names = "--list-tasks", description = "Name the tasks, run nothing.")
    boolean listTasks;

    @Option(names = "--list-tags", description = "Name the tags, run nothing.")
    boolean listTags;

    @ArgGroup(validate = false, heading = "%nConnection:%n")
    Connecting connecting = new Connecting();

    @ArgGroup(validate = false, heading = "%nPrivileges:%n")
    Becoming becoming = new Becoming();

    @ArgGroup(validate = false, heading = "%nPasswords of encrypted files:%n")
    VaultOptions vault = new VaultOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    boolean help;

    @Option(names = "--version", description = "Version of jplay and of what it runs on.")
    boolean version;

    /** What is wrong with options that are fine one by one. */
    Optional<String> misuse() {
        if (forks.filter(number -> number < 1).isPresent()) {
            return Optional.of("The number of processes (--forks) must be >= 1");
        }
        if (connecting.askPassword && connecting.passwordFile.isPresent()) {
            return Optional.of(both("--connection-password-file", "-k/--ask-pass"));
        }
        if (becoming.askPassword && becoming.passwordFile.isPresent()) {
            return Optional.of(both("--become-password-file", "-K/--ask-become-pass"));
        }
        return vault.ask && !vault.passwordFiles.isEmpty()
                ? Optional.of(both("--vault-password-file", "-J/--ask-vault-pass"))
                : Optional.empty();
    }

    private static String both(String one, String other) {
        return "argument %s: not allowed with argument %s".formatted(one, other);
    }

    /** How hosts are reached. */
    static final class Connecting {
        @Option(
                names = {"-u", "--user"},
                paramLabel = "USER",
                description = "Log in as this user.")
        Optional<String> user = Optional.empty();

        @Option(
                names = {"-c", "--connection"},
                paramLabel = "KIND",
                description = "Kind of connection.")
        Optional<String> kind = Optional.empty();

        @Option(
                names = {"-T", "--timeout"},
                paramLabel = "SECONDS",
                description = "Limit for connecting.")
        Optional<Integer> timeout = Optional.empty();

        @Option(
                names = {"--private-key", "--key-file"},
                paramLabel = "FILE",
                description = "Key to log in with.")
        Optional<Path> privateKey = Optional.empty();

        @Option(
                names = {"-k", "--ask-pass"},
                description = "Ask for the password to log in with.")
        boolean askPassword;

        @Option(
                names = {"--connection-password-file", "--conn-pass-file"},
                paramLabel = "FILE",
                description = "File that holds it.")
        Optional<Path> passwordFile = Optional.empty();

        @Option(
                names = "--ssh-common-args",
                paramLabel = "ARGS",
                description = "Options as ssh takes them, such as '-o ProxyJump=bastion'.")
        Optional<String> commonArguments = Optional.empty();

        @Option(
                names = "--ssh-extra-args",
                paramLabel = "ARGS",
                description = "The same, after those.")
        Optional<String> extraArguments = Optional.empty();

        @Option(
                names = {"--sftp-extra-args", "--scp-extra-args"},
                paramLabel = "ARGS",
                description = "Accepted; files travel over the same connection.")
        Optional<String> copyArguments = Optional.empty();
    }

    /** Whom tasks run as. */
    static final class Becoming {
        @Option(
                names = {"-b", "--become"},
                description = "Run tasks as another user.")
        boolean become;

        @Option(
                names = "--become-method",
                paramLabel = "METHOD",
                description = "sudo, su, doas or runuser.")
        Optional<String> method = Optional.empty();

        @Option(
                names = "--become-user",
                paramLabel = "USER",
                description = "The other user; root unless given.")
        Optional<String> user = Optional.empty();

        @Option(
                names = {"-K", "--ask-become-pass"},
                description = "Ask for the password of --become.")
        boolean askPassword;

        @Option(
                names = {"--become-password-file", "--become-pass-file"},
                paramLabel = "FILE",
                description = "File that holds it.")
        Optional<Path> passwordFile = Optional.empty();
    }
}
