package jplay.modules.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a process running in the background, or stops it, where there is no service manager to do
 * so.
 */
@Named(
        value = "jplay.process.background",
        summary =
                "Keeps a process running in the background with a pid file and a log, without a"
                        + " service manager.")
public record Background(
        @Arg(
                        "The program and its arguments; needed to start it, and to recognize a"
                                + " process whose record is lost.")
                List<String> argv,
        @Arg("The file that holds the number of the process; its folder must exist.")
                RemotePath pidFile,
        @Arg("What the process writes is appended to this file; its folder must exist.")
                RemotePath logFile,
        @Arg(
                        value =
                                "Whether it runs, is started anew, is stopped, or is stopped and"
                                        + " its files removed.",
                        orElse = "started")
                State state,
        @Arg("Environment variables for the process, beside those it gets anyway.")
                Map<String, @Nullable Object> environment,
        @Arg(value = "The folder to run it in.", orElse = "/") RemotePath chdir,
        @Arg(
                        "The account whose process it is, which only root can choose; pid file and"
                                + " log stay with root.")
                Optional<String> user,
        @Arg(
                        "Any text; another text means that the process has to be restarted, like"
                                + " another argv does.")
                Optional<String> fingerprint,
        @Arg(
                        value =
                                "Whether 'started' restarts a process that was started from"
                                        + " something else; if not, the result's 'stale' tells.",
                        orElse = "true")
                boolean restartStale,
        @Arg(value = "The signal that asks the process to end.", orElse = "TERM") String stopSignal,
        @Arg(value = "Seconds to wait for the end before it is killed.", orElse = "30")
                int stopTimeout)
        implements Module {
    private static final Script SCRIPT = Script.beside(Background.class, "background");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SIGNAL = Pattern.compile("(SIG)?[A-Z0-9]+");

    /** What becomes of the process. */
    public enum State {
        /** It runs. */
        STARTED,
        /** It is stopped if it runs, then started. */
        RESTARTED,
        /** It does not run. */
        STOPPED,
        /** It does not run, and its pid file and log are gone. */
        ABSENT
    }

    public Background {
        argv = List.copyOf(argv);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    @Override
    public Plan plan(Remote remote) {
        check();
        var words = new ArrayList<String>();
        words.add(state.name().toLowerCase(Locale.ROOT));
        words.addAll(List.of(pidFile.text(), logFile.text(), chdir.text(), definition()));
        words.add(restartStale ? "yes" : "no");
        words.add(stopSignal.replaceFirst("^SIG", ""));
        words.add(String.valueOf(stopTimeout));
        words.add(user.orElse(""));
        words.add(String.valueOf(environment.size()));
        words.addAll(variables());
        words.addAll(argv);
        return Plan.guarded(SCRIPT, words, this::result);
    }

    private void check() {
        if (argv.isEmpty() && (state == State.STARTED || state == State.RESTARTED)) {
            throw new TaskFailure("argv: got nothing, want the program to start and its arguments");
        }
        if (!SIGNAL.matcher(stopSignal).matches()) {
            throw new TaskFailure(
                    "stop_signal: got '%s', want a name such as TERM or INT".formatted(stopSignal));
        }
        for (var name : environment.keySet()) {
            if (!VARIABLE.matcher(name).matches()) {
                throw new TaskFailure("environment: '%s' is no name of a variable".formatted(name));
            }
        }
    }

    private Result result(Report report) {
        var running = state == State.STARTED || state == State.RESTARTED;
        var pid = report.said("pid");
        var result =
                Result.of()
                        .with("state", running ? "started" : "stopped")
                        .with("pid", running && !pid.isEmpty() ? Long.valueOf(pid) : null)
                        .with("stale", report.said("stale").equals("yes") && !report.applied())
                        .with("pid_file", pidFile.text())
                        .with("log_file", logFile.text());
        if (report.applied() && report.status() != 0) {
            return result.message(
                            "cannot bring the process to state %s: %s"
                                    .formatted(
                                            state.name().toLowerCase(Locale.ROOT),
                                            report.errorText().strip()))
                    .asFailed();
        }
        return report.has("killed")
                ? result.warn(
                        "the process did not end within %d s and was killed".formatted(stopTimeout))
                : result;
    }

    private List<String> variables() {
        return environment.entrySet().stream()
                .map(each -> each.getKey() + "=" + Objects.toString(each.getValue(), ""))
                .toList();
    }

    /** A digest of all that the process is started from. */
    private String definition() {
        var parts = new ArrayList<String>(argv);
        parts.addAll(variables());
        parts.add(chdir.text());
        parts.add(fingerprint.orElse(""));
        user.ifPresent(parts::add);
        try {
            var bytes = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
