package jplay.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import jplay.config.Setting;
import jplay.inventory.Inventories;
import jplay.inventory.Inventory;
import jplay.inventory.VariableFile;
import jplay.playbook.Playbook;
import jplay.result.CustomStats;
import jplay.result.Tally;
import jplay.task.action.Actions;
import jplay.task.keyword.TaskDefaults;
import jplay.vars.FactFiles;
import jplay.vars.HostVars;
import jplay.vars.RunVars;
import jplay.vars.Variables;
import org.jspecify.annotations.Nullable;

/** A run of one playbook, or of several one after the other: later ones know what came before. */
public final class PlaybookRun {
    private final RunParts parts;
    private final RunOptions options;
    private final Supplier<? extends OpenReach> connections;
    private final Books books = new Books(new Tally(), new HostLedger(), new CustomStats());
    private final HostVars hostVars;

    /** A run that has not begun. */
    public PlaybookRun(RunParts parts, RunOptions options) {
        this(
                parts,
                options,
                () ->
                        new LiveReach(
                                Reachable.by(parts, options),
                                parts.settings().number(Setting.OUTPUT_LIMIT)));
    }

    /** A run over connections of another kind. */
    PlaybookRun(RunParts parts, RunOptions options, Supplier<? extends OpenReach> connections) {
        this.parts = parts;
        this.options = options;
        this.connections = connections;
        this.hostVars = new HostVars(FactFiles.of(parts.settings(), parts.callback()::warned));
    }

    /**
     * Runs all plays, closes all connections and says how it ended. An interruption of the calling
     * thread stops the run; what happened until then is still told.
     *
     * @throws jplay.diagnostic.PlaybookException when a play cannot be begun, for a mistake of the
     *     user
     */
    public RunEnd run(Playbook playbook) {
        var interrupted = false;
        parts.callback().playbookStarted(playbook);
        try (var reach = connections.get();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var context = context(playbook, reach, threads);
                for (var play : playbook.plays()) {
                    if (!new PlayRun(context, play).run()) {
                        break;
                    }
                }
            } catch (InterruptedException _) {
                interrupted = true;
            } finally {
                threads.shutdownNow();
            }
        }
        var out = books.ledger().out();
        if (!interrupted && !out.isEmpty() && parts.settings().is(Setting.RETRY_FILES_ENABLED)) {
            RetryFile.of(playbook, parts.settings()).write(out, parts);
        }
        var recap = books.tally().recap();
        parts.callback().playbookEnded(recap);
        parts.callback().customStats(books.stats());
        return new RunEnd(
                recap, books.ledger().anyFailed(), books.ledger().anyUnreachable(), interrupted);
    }

    private RunContext context(Playbook playbook, OpenReach reach, ExecutorService threads) {
        var told = options.told();
        var folder = Optional.ofNullable(playbook.file().toAbsolutePath().normalize().getParent());
        var runVars =
                new RunVars(
                        parts.settings(), folder.orElse(Path.of(".")), options.extraVars(), told);
        var files = VariableFile.of(parts.settings(), parts.callback()::warned);
        var variables = new Variables(parts.inventory(), hostVars, runVars);
        return new RunContext(
                parts,
                options,
                variables,
                new LiveState.RunWide(
                        reach, books.stats(), books.ledger(), () -> variables.refresh(inventory())),
                books,
                new Actions(),
                new LiveController(told.verbosity(), parts.terminal(), files),
                new TaskDefaults(told.check(), told.diff(), keywords(), options.becomePassword()),
                threads,
                new Semaphore(Math.max(1, told.forks()), true),
                new AtomicBoolean());
    }

    private Inventory inventory() {
        return Inventories.load(
                parts.inventory().sources(), parts.settings(), parts.callback()::warned);
    }

    /** What settings say for keywords that are written nowhere. */
    private Map<String, @Nullable Object> keywords() {
        var settings = parts.settings();
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        keywords.put("become", settings.is(Setting.BECOME));
        keywords.put("become_user", settings.text(Setting.BECOME_USER));
        keywords.put("become_method", settings.text(Setting.BECOME_METHOD));
        keywords.put("connection", settings.text(Setting.TRANSPORT));
        keywords.put("any_errors_fatal", settings.is(Setting.ANY_ERRORS_FATAL));
        keywords.put("no_log", settings.is(Setting.NO_LOG));
        put(keywords, "become_flags", Setting.BECOME_FLAGS);
        put(keywords, "become_exe", Setting.BECOME_EXE);
        put(keywords, "remote_user", Setting.REMOTE_USER);
        put(keywords, "port", Setting.REMOTE_PORT);
        put(keywords, "timeout", Setting.TASK_TIMEOUT);
        put(keywords, "poll", Setting.POLL_INTERVAL);
        put(keywords, "ansible_private_key_file", Setting.PRIVATE_KEY_FILE);
        put(keywords, "ansible_shell_executable", Setting.EXECUTABLE);
        keywords.put("ansible_timeout", (long) settings.number(Setting.TIMEOUT));
        keywords.put("ansible_pipelining", settings.is(Setting.PIPELINING));
        return keywords;
    }

    private void put(Map<String, @Nullable Object> keywords, String keyword, Setting setting) {
        var text = parts.settings().text(setting);
        if (!text.isEmpty()) {
            keywords.put(keyword, text);
        }
    }
}
