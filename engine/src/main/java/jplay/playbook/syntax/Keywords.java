package jplay.playbook.syntax;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keywords of plays, blocks and tasks, and what kind of value each wants. */
public final class Keywords {
    /** What a keyword's value must look like unless it is a template. */
    public enum Kind {
        ANY,
        TRUTH,
        NUMBER,
        TEXT,
        TEXTS,
        CONDITIONS,
        MAPPING,
        LIST
    }

    /** What keywords stand on. */
    public enum Holder {
        PLAY("a play"),
        IMPORT("an import_playbook"),
        ROLE("a role"),
        BLOCK("a block"),
        TASK("a task"),
        HANDLER("a handler"),
        APPLY("apply");

        private final String words;

        Holder(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        String words() {
            return words;
        }
    }

    private static final String INHERITED =
            """
            TRUTH any_errors_fatal become check_mode diff ignore_errors ignore_unreachable no_log run_once
            TEXT become_exe become_flags become_method become_user connection debugger name remote_user
            NUMBER port throttle timeout
            TEXTS collections tags
            ANY environment module_defaults
            MAPPING vars
            """;
    private static final String CONDITIONAL = "CONDITIONS when\n";
    private static final String DELEGATED = "TEXT delegate_to\nTRUTH delegate_facts\n";
    private static final String OF_TASKS =
            INHERITED
                    + CONDITIONAL
                    + DELEGATED
                    + """
                    ANY action local_action args loop
                    CONDITIONS changed_when failed_when until
                    NUMBER async delay poll retries
                    MAPPING loop_control
                    TEXTS notify
                    TEXT register
                    """;

    private static final Map<Holder, Map<String, Kind>> ALL =
            Map.of(
                    Holder.PLAY,
                            table(
                                    INHERITED
                                            + """
                                            ANY hosts serial
                                            TRUTH force_handlers gather_facts validate_argspec
                                            TEXT fact_path order strategy user
                                            TEXTS gather_subset
                                            NUMBER gather_timeout max_fail_percentage
                                            LIST handlers post_tasks pre_tasks roles tasks vars_prompt
                                            ANY vars_files
                                            """),
                    Holder.IMPORT, table(INHERITED + CONDITIONAL + "TEXT import_playbook\n"),
                    Holder.ROLE, table(INHERITED + CONDITIONAL + DELEGATED + "TEXT role\n"),
                    Holder.BLOCK,
                            table(
                                    INHERITED
                                            + CONDITIONAL
                                            + DELEGATED
                                            + "LIST block rescue always\nTEXTS notify\n"),
                    Holder.TASK, table(OF_TASKS),
                    Holder.HANDLER, table(OF_TASKS + "TEXTS listen\n"),
                    Holder.APPLY, table(INHERITED + CONDITIONAL + DELEGATED + "TEXTS notify\n"));

    private static final Set<String> SETTINGS = settings();

    private Keywords() {}

    /** The keywords that may stand there. */
    public static Map<String, Kind> of(Holder holder) {
        return ALL.getOrDefault(holder, Map.of());
    }

    /** Keywords whose nearest value goes down to tasks as it is. */
    public static boolean isSetting(Holder holder, String keyword) {
        var ofTasks = holder == Holder.TASK || holder == Holder.HANDLER;
        return SETTINGS.contains(keyword) && !(ofTasks && keyword.startsWith("delegate_"));
    }

    /** Where else a keyword belongs, such as {@code "a task"}; empty when it is none at all. */
    public static String homes(String keyword) {
        return Arrays.stream(Holder.values())
                .filter(holder -> holder != Holder.APPLY && of(holder).containsKey(keyword))
                .filter(holder -> holder != Holder.HANDLER || keyword.equals("listen"))
                .map(Holder::words)
                .collect(Collectors.joining(", "));
    }

    private static Set<String> settings() {
        var settings = new HashSet<>(table(INHERITED + DELEGATED).keySet());
        settings.removeAll(Set.of("name", "tags", "vars", "environment", "module_defaults"));
        return Set.copyOf(settings);
    }

    private static Map<String, Kind> table(String lines) {
        var table = new LinkedHashMap<String, Kind>();
        for (var line : lines.lines().toList()) {
            var words = line.split(" ");
            Arrays.stream(words).skip(1).forEach(word -> table.put(word, Kind.valueOf(words[0])));
        }
        return table;
    }
}
