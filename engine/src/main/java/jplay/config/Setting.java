package jplay.config;

import static jplay.config.Kind.BOOLEAN;
import static jplay.config.Kind.INTEGER;
import static jplay.config.Kind.LIST;
import static jplay.config.Kind.PATH;
import static jplay.config.Kind.PATHS;
import static jplay.config.Kind.SOURCES;
import static jplay.config.Kind.TEXT;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that can be configured: declared once, so that reading, checking and listing agree.
 *
 * <p>Each has its place in the file ({@code section.key}), its environment variables ({@code
 * ANSIBLE_X} is also read as {@code JPLAY_X}, which wins), what its text is read as, and its
 * default as text.
 */
public enum Setting {
    ALLOW_BROKEN_CONDITIONALS(
            BOOLEAN,
            "true",
            "defaults.allow_broken_conditionals ANSIBLE_ALLOW_BROKEN_CONDITIONALS"),
    ANSIBLE_MANAGED(TEXT, "Ansible managed", "defaults.ansible_managed ANSIBLE_MANAGED"),
    ANY_ERRORS_FATAL(BOOLEAN, "false", "defaults.any_errors_fatal ANSIBLE_ANY_ERRORS_FATAL"),
    ASK_PASS(BOOLEAN, "false", "defaults.ask_pass ANSIBLE_ASK_PASS"),
    ASK_VAULT_PASS(BOOLEAN, "false", "defaults.ask_vault_pass ANSIBLE_ASK_VAULT_PASS"),
    BECOME(BOOLEAN, "false", "privilege_escalation.become ANSIBLE_BECOME"),
    BECOME_ASK_PASS(
            BOOLEAN, "false", "privilege_escalation.become_ask_pass ANSIBLE_BECOME_ASK_PASS"),
    BECOME_EXE(TEXT, "", "privilege_escalation.become_exe ANSIBLE_BECOME_EXE"),
    BECOME_FLAGS(TEXT, "", "privilege_escalation.become_flags ANSIBLE_BECOME_FLAGS"),
    BECOME_METHOD(TEXT, "sudo", "privilege_escalation.become_method ANSIBLE_BECOME_METHOD"),
    BECOME_PASSWORD_FILE(PATH, "", "defaults.become_password_file ANSIBLE_BECOME_PASSWORD_FILE"),
    BECOME_USER(TEXT, "root", "privilege_escalation.become_user ANSIBLE_BECOME_USER"),
    CALLBACK_FORMAT_PRETTY(
            TEXT, "", "defaults.callback_format_pretty ANSIBLE_CALLBACK_FORMAT_PRETTY"),
    CALLBACK_TREE_DIRECTORY(
            PATH, "~/.ansible/tree", "callback_tree.directory ANSIBLE_CALLBACK_TREE_DIR"),
    CALLBACKS_ENABLED(LIST, "", "defaults.callbacks_enabled ANSIBLE_CALLBACKS_ENABLED"),
    CALLBACK_RESULT_FORMAT(
            TEXT,
            "json",
            "defaults.callback_result_format ANSIBLE_CALLBACK_RESULT_FORMAT",
            List.of("json", "yaml")),
    CHECK_MODE_MARKERS(BOOLEAN, "false", "defaults.check_mode_markers ANSIBLE_CHECK_MODE_MARKERS"),
    CHROOT_EXE(TEXT, "chroot", "chroot_connection.exe ANSIBLE_CHROOT_EXE"),
    COLLECTIONS_PATH(
            PATHS,
            "~/.ansible/collections:/usr/share/ansible/collections",
            "defaults.collections_path ANSIBLE_COLLECTIONS_PATH"),
    CONNECTION_PASSWORD_FILE(
            PATH, "", "defaults.connection_password_file ANSIBLE_CONNECTION_PASSWORD_FILE"),
    DEPRECATION_WARNINGS(
            BOOLEAN, "true", "defaults.deprecation_warnings ANSIBLE_DEPRECATION_WARNINGS"),
    DIFF_ALWAYS(BOOLEAN, "false", "diff.always ANSIBLE_DIFF_ALWAYS"),
    DIFF_CONTEXT(INTEGER, "3", "diff.context ANSIBLE_DIFF_CONTEXT"),
    DISPLAY_ARGS_TO_STDOUT(
            BOOLEAN, "false", "defaults.display_args_to_stdout ANSIBLE_DISPLAY_ARGS_TO_STDOUT"),
    DISPLAY_FAILED_STDERR(
            BOOLEAN, "false", "defaults.display_failed_stderr ANSIBLE_DISPLAY_FAILED_STDERR"),
    DISPLAY_OK_HOSTS(BOOLEAN, "true", "defaults.display_ok_hosts ANSIBLE_DISPLAY_OK_HOSTS"),
    DISPLAY_SKIPPED_HOSTS(
            BOOLEAN, "true", "defaults.display_skipped_hosts ANSIBLE_DISPLAY_SKIPPED_HOSTS"),
    DOCKER_EXTRA_ARGS(TEXT, "", "docker_connection.extra_cli_args ANSIBLE_DOCKER_EXTRA_ARGS"),
    DUPLICATE_DICT_KEY(
            TEXT,
            "warn",
            "defaults.duplicate_dict_key ANSIBLE_DUPLICATE_YAML_DICT_KEY",
            List.of("error", "warn", "ignore")),
    ENABLE_TASK_DEBUGGER(
            BOOLEAN, "false", "defaults.enable_task_debugger ANSIBLE_ENABLE_TASK_DEBUGGER"),
    ERROR_ON_MISSING_HANDLER(
            BOOLEAN, "true", "defaults.error_on_missing_handler ANSIBLE_ERROR_ON_MISSING_HANDLER"),
    ERROR_ON_UNDEFINED_VARS(
            BOOLEAN, "true", "defaults.error_on_undefined_vars ANSIBLE_ERROR_ON_UNDEFINED_VARS"),
    EXECUTABLE(TEXT, "/bin/sh", "defaults.executable ANSIBLE_EXECUTABLE"),
    FACT_CACHING(TEXT, "memory", "defaults.fact_caching ANSIBLE_CACHE_PLUGIN"),
    FACT_CACHING_CONNECTION(
            TEXT, "", "defaults.fact_caching_connection ANSIBLE_CACHE_PLUGIN_CONNECTION"),
    FACT_CACHING_PREFIX(TEXT, "", "defaults.fact_caching_prefix ANSIBLE_CACHE_PLUGIN_PREFIX"),
    FACT_CACHING_TIMEOUT(
            INTEGER, "86400", "defaults.fact_caching_timeout ANSIBLE_CACHE_PLUGIN_TIMEOUT"),
    FILTER_PLUGINS(PATHS, "", "defaults.filter_plugins ANSIBLE_FILTER_PLUGINS"),
    FORCE_COLOR(BOOLEAN, "false", "defaults.force_color ANSIBLE_FORCE_COLOR"),
    FORCE_HANDLERS(BOOLEAN, "false", "defaults.force_handlers ANSIBLE_FORCE_HANDLERS"),
    FORKS(INTEGER, "5", "defaults.forks ANSIBLE_FORKS"),
    GATHERING(
            TEXT,
            "implicit",
            "defaults.gathering ANSIBLE_GATHERING",
            List.of("implicit", "explicit", "smart")),
    HASH_BEHAVIOUR(
            TEXT,
            "replace",
            "defaults.hash_behaviour ANSIBLE_HASH_BEHAVIOUR",
            List.of("replace", "merge")),
    HOME(PATH, "~/.ansible", "defaults.home ANSIBLE_HOME"),
    HOST_KEY_CHECKING(BOOLEAN, "true", "defaults.host_key_checking ANSIBLE_HOST_KEY_CHECKING"),
    HOST_PATTERN_MISMATCH(
            TEXT,
            "warning",
            "inventory.host_pattern_mismatch ANSIBLE_HOST_PATTERN_MISMATCH",
            List.of("warning", "error", "ignore")),
    INJECT_FACTS_AS_VARS(BOOLEAN, "true", "defaults.inject_facts_as_vars ANSIBLE_INJECT_FACT_VARS"),
    INTERPRETER_PYTHON(TEXT, "auto", "defaults.interpreter_python ANSIBLE_PYTHON_INTERPRETER"),
    INVENTORY(SOURCES, "/etc/ansible/hosts", "defaults.inventory ANSIBLE_INVENTORY"),
    INVENTORY_ANY_UNPARSED_IS_FATAL(
            BOOLEAN,
            "false",
            "inventory.any_unparsed_is_failed ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED"),
    INVENTORY_ENABLED(
            LIST,
            "host_list, script, auto, yaml, ini, toml",
            "inventory.enable_plugins ANSIBLE_INVENTORY_ENABLED"),
    INVENTORY_IGNORE_EXTENSIONS(
            LIST,
            ".pyc, .pyo, .swp, .bak, ~, .rpm, .md, .txt, .rst, .orig, .cfg, .retry",
            "defaults.inventory_ignore_extensions ANSIBLE_INVENTORY_IGNORE"),
    INVENTORY_IGNORE_PATTERNS(LIST, "", "inventory.ignore_patterns ANSIBLE_INVENTORY_IGNORE_REGEX"),
    INVENTORY_SCRIPT_TEMPLATES(
            BOOLEAN, "false", "inventory.script_templates ANSIBLE_INVENTORY_SCRIPT_TEMPLATES"),
    INVENTORY_UNPARSED_IS_FATAL(
            BOOLEAN, "false", "inventory.unparsed_is_failed ANSIBLE_INVENTORY_UNPARSED_FAILED"),
    JINJA2_EXTENSIONS(LIST, "", "defaults.jinja2_extensions ANSIBLE_JINJA2_EXTENSIONS"),
    LIBRARY(PATHS, "", "defaults.library ANSIBLE_LIBRARY"),
    LOCALHOST_WARNING(BOOLEAN, "true", "defaults.localhost_warning ANSIBLE_LOCALHOST_WARNING"),
    LOCAL_TEMPORARY(PATH, "~/.ansible/tmp", "defaults.local_tmp ANSIBLE_LOCAL_TEMP"),
    LOG_PATH(PATH, "", "defaults.log_path ANSIBLE_LOG_PATH"),
    MAX_FAIL_PERCENTAGE(TEXT, "", "defaults.max_fail_percentage ANSIBLE_MAX_FAIL_PERCENTAGE"),
    MODULE_NAME(TEXT, "command", "defaults.module_name ANSIBLE_MODULE_NAME"),
    NOCOLOR(BOOLEAN, "false", "defaults.nocolor ANSIBLE_NOCOLOR NO_COLOR"),
    NO_LOG(BOOLEAN, "false", "defaults.no_log ANSIBLE_NO_LOG"),
    NO_TARGET_SYSLOG(BOOLEAN, "false", "defaults.no_target_syslog ANSIBLE_NO_TARGET_SYSLOG"),
    OUTPUT_LIMIT(INTEGER, "16777216", "defaults.output_limit JPLAY_OUTPUT_LIMIT"),
    PIPELINING(BOOLEAN, "false", "ssh_connection.pipelining ANSIBLE_PIPELINING"),
    PODMAN_EXECUTABLE(TEXT, "podman", "defaults.podman_executable ANSIBLE_PODMAN_EXECUTABLE"),
    PODMAN_EXTRA_ARGS(TEXT, "", "defaults.podman_extra_args ANSIBLE_PODMAN_EXTRA_ARGS"),
    POLL_INTERVAL(INTEGER, "15", "defaults.poll_interval ANSIBLE_POLL_INTERVAL"),
    PRIVATE_KEY_FILE(PATH, "", "defaults.private_key_file ANSIBLE_PRIVATE_KEY_FILE"),
    PRIVATE_ROLE_VARS(BOOLEAN, "false", "defaults.private_role_vars ANSIBLE_PRIVATE_ROLE_VARS"),
    REMOTE_PORT(TEXT, "", "defaults.remote_port ANSIBLE_REMOTE_PORT"),
    REMOTE_TEMPORARY(TEXT, "~/.ansible/tmp", "defaults.remote_tmp ANSIBLE_REMOTE_TMP"),
    REMOTE_USER(TEXT, "", "defaults.remote_user ANSIBLE_REMOTE_USER"),
    RETRY_FILES_ENABLED(
            BOOLEAN, "false", "defaults.retry_files_enabled ANSIBLE_RETRY_FILES_ENABLED"),
    RETRY_FILES_SAVE_PATH(PATH, "", "defaults.retry_files_save_path ANSIBLE_RETRY_FILES_SAVE_PATH"),
    ROLES_PATH(
            PATHS,
            "~/.ansible/roles:/usr/share/ansible/roles:/etc/ansible/roles",
            "defaults.roles_path ANSIBLE_ROLES_PATH"),
    RUN_VARS_PLUGINS(
            TEXT,
            "demand",
            "defaults.run_vars_plugins ANSIBLE_RUN_VARS_PLUGINS",
            List.of("demand", "start")),
    SHOW_CUSTOM_STATS(BOOLEAN, "false", "defaults.show_custom_stats ANSIBLE_SHOW_CUSTOM_STATS"),
    SHOW_PER_HOST_START(
            BOOLEAN, "false", "defaults.show_per_host_start ANSIBLE_SHOW_PER_HOST_START"),
    SHOW_TASK_PATH_ON_FAILURE(
            BOOLEAN,
            "false",
            "defaults.show_task_path_on_failure ANSIBLE_SHOW_TASK_PATH_ON_FAILURE"),
    SSH_ARGS(
            TEXT,
            "-C -o ControlMaster=auto -o ControlPersist=60s",
            "ssh_connection.ssh_args ANSIBLE_SSH_ARGS"),
    SSH_COMMON_ARGS(TEXT, "", "ssh_connection.ssh_common_args ANSIBLE_SSH_COMMON_ARGS"),
    SSH_CONTROL_PATH_DIR(
            PATH, "~/.ansible/cp", "ssh_connection.control_path_dir ANSIBLE_SSH_CONTROL_PATH_DIR"),
    SSH_CONTROL_PATH(TEXT, "", "ssh_connection.control_path ANSIBLE_SSH_CONTROL_PATH"),
    SSH_EXECUTABLE(TEXT, "ssh", "ssh_connection.ssh_executable ANSIBLE_SSH_EXECUTABLE"),
    SSH_EXTRA_ARGS(TEXT, "", "ssh_connection.ssh_extra_args ANSIBLE_SSH_EXTRA_ARGS"),
    SSH_HOST_KEY_CHECKING(
            TEXT, "", "ssh_connection.host_key_checking ANSIBLE_SSH_HOST_KEY_CHECKING"),
    SSH_RETRIES(INTEGER, "0", "ssh_connection.retries ANSIBLE_SSH_RETRIES"),
    SSH_TIMEOUT(TEXT, "", "ssh_connection.timeout ANSIBLE_SSH_TIMEOUT"),
    STDOUT_CALLBACK(TEXT, "default", "defaults.stdout_callback ANSIBLE_STDOUT_CALLBACK"),
    STRATEGY(TEXT, "linear", "defaults.strategy ANSIBLE_STRATEGY"),
    SYSTEM_WARNINGS(BOOLEAN, "true", "defaults.system_warnings ANSIBLE_SYSTEM_WARNINGS"),
    TAGS_RUN(LIST, "", "tags.run ANSIBLE_RUN_TAGS"),
    TAGS_SKIP(LIST, "", "tags.skip ANSIBLE_SKIP_TAGS"),
    TASK_DEBUGGER_IGNORE_ERRORS(
            BOOLEAN,
            "true",
            "defaults.task_debugger_ignore_errors ANSIBLE_TASK_DEBUGGER_IGNORE_ERRORS"),
    TASK_TIMEOUT(INTEGER, "0", "defaults.task_timeout ANSIBLE_TASK_TIMEOUT"),
    TIMEOUT(INTEGER, "10", "defaults.timeout ANSIBLE_TIMEOUT"),
    TRANSFORM_INVALID_GROUP_CHARS(
            TEXT,
            "never",
            "defaults.force_valid_group_names ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS",
            List.of("always", "never", "ignore", "silently")),
    TRANSPORT(TEXT, "ssh", "defaults.transport ANSIBLE_TRANSPORT"),
    VAULT_ENCRYPT_IDENTITY(
            TEXT, "", "defaults.vault_encrypt_identity ANSIBLE_VAULT_ENCRYPT_IDENTITY"),
    VAULT_IDENTITY(TEXT, "default", "defaults.vault_identity ANSIBLE_VAULT_IDENTITY"),
    VAULT_IDENTITY_LIST(LIST, "", "defaults.vault_identity_list ANSIBLE_VAULT_IDENTITY_LIST"),
    VAULT_ID_MATCH(BOOLEAN, "false", "defaults.vault_id_match ANSIBLE_VAULT_ID_MATCH"),
    VAULT_PASSWORD_FILE(PATH, "", "defaults.vault_password_file ANSIBLE_VAULT_PASSWORD_FILE"),
    VERBOSITY(INTEGER, "0", "defaults.verbosity ANSIBLE_VERBOSITY");

    private final Kind kind;
    private final String fallback;
    private final String section;
    private final String key;
    private final List<String> environment;
    private final List<String> choices;

    Setting(Kind kind, String fallback, String where) {
        this(kind, fallback, where, List.of());
    }

    /**
     * @param where {@code section.key} of the file, then environment variables
     */
    Setting(Kind kind, String fallback, String where, List<String> choices) {
        var words = List.of(where.split(" "));
        var place = words.getFirst();
        this.kind = kind;
        this.fallback = fallback;
        this.section = place.substring(0, place.indexOf('.'));
        this.key = place.substring(place.indexOf('.') + 1);
        this.environment = words.subList(1, words.size());
        this.choices = choices;
    }

    /** What its text is read as. */
    public Kind kind() {
        return kind;
    }

    /** The default, as it would be written. */
    public String fallback() {
        return fallback;
    }

    /** Its section in the file, without brackets. */
    public String section() {
        return section;
    }

    /** Its key in the file. */
    public String key() {
        return key;
    }

    /** What it can be; anything when empty. */
    public List<String> choices() {
        return choices;
    }

    /** The environment variables that give it; the first one set wins. */
    public List<String> environment() {
        return environment.stream().flatMap(Setting::alsoOurs).toList();
    }

    private static Stream<String> alsoOurs(String variable) {
        return variable.startsWith("ANSIBLE_")
                ? Stream.of("JPLAY_" + variable.substring("ANSIBLE_".length()), variable)
                : Stream.of(variable);
    }
}
