package jplay.modules.net;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.net.SearchPattern.Groups;

/** Waits until a port takes connections, a file appears, or either is gone. */
@Named(
        value = "ansible.builtin.wait_for",
        summary = "Waits for a port, a file, a text in a file, or simply for some time.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"port", "path"})
public record WaitFor(
        @Arg(value = "Who is asked, seen from the host.", orElse = "127.0.0.1") String host,
        @Arg("The port.") Optional<Integer> port,
        @Arg("The file.") Optional<RemotePath> path,
        @Arg(value = "What is waited for.", orElse = "started") State state,
        @Arg(value = "Seconds before the first look.", orElse = "0") int delay,
        @Arg(value = "Seconds between looks.", orElse = "1") int sleep,
        @Arg(
                        value = "Seconds after which the task fails; alone it is the time to wait.",
                        orElse = "300")
                int timeout,
        @Arg(value = "Seconds for one connection.", orElse = "5") int connectTimeout,
        @Arg("Regular expression looked for in the file, or in what is heard on the connection.")
                Optional<String> searchRegex,
        @Arg("Message when the time is over.") Optional<String> msg,
        @Arg(
                        value = "States of connections that count while draining.",
                        orElse = "ESTABLISHED,FIN_WAIT1,FIN_WAIT2,SYN_RECV,SYN_SENT,TIME_WAIT")
                List<String> activeConnectionStates,
        @Arg("Hosts whose connections do not count while draining.")
                Optional<List<String>> excludeHosts)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(WaitFor.class, "wait_for", Attributes.SCRIPT);

    private static final Result SKIPPED =
            Result.of()
                    .with("skipped", true)
                    .message("remote module (wait_for) does not support check mode");

    /** Marks values of several lines; the script tells none. */
    private static final String UNUSED = "\n";

    /** What is waited for. */
    public enum State {
        ABSENT,
        DRAINED,
        PRESENT,
        STARTED,
        STOPPED
    }

    @Override
    public Plan plan(Remote remote) {
        var mistake = mistake();
        if (mistake.isPresent()) {
            return new Plan.Failed(Result.failure(mistake.get()).with("elapsed", 0L));
        }
        var search = searchRegex.map(SearchPattern::of);
        var looks = started() && (port.isPresent() || path.isPresent());
        return looks && search.isPresent() && !search.get().byLine()
                ? new Plan.Change(SKIPPED.with("changed", false), () -> ask(remote, search.get()))
                : Plan.guarded(SCRIPT, arguments("", "", 0), report -> read(report, search));
    }

    private Optional<String> mistake() {
        if (state == State.STOPPED && path.isPresent()) {
            return Optional.of(
                    "state=stopped should only be used for checking a port in the wait_for module");
        }
        if (state == State.DRAINED && port.isEmpty()) {
            return Optional.of(
                    "state=drained should only be used for checking a port in the wait_for module");
        }
        return excludeHosts.isPresent() && state != State.DRAINED
                ? Optional.of("exclude_hosts should only be with state=drained")
                : Optional.empty();
    }

    private boolean started() {
        return state == State.STARTED || state == State.PRESENT;
    }

    private List<String> arguments(String seen, String begin, int any) {
        var drained = state == State.DRAINED;
        var states = Connections.states(activeConnectionStates);
        return List.of(
                host,
                port.map(String::valueOf).orElse(""),
                path.map(RemotePath::text).orElse(""),
                word(),
                String.valueOf(delay),
                String.valueOf(sleep),
                String.valueOf(timeout),
                String.valueOf(connectTimeout),
                any == 0 ? searchRegex.orElse("") : "",
                String.valueOf(any),
                seen,
                begin,
                drained ? Connections.addresses(List.of(host)) : "",
                states,
                Connections.addresses(excludeHosts.orElse(List.of())));
    }

    private String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Asks until the text matches: the host waits until the text is another one, the controller
     * looks whether it is the one that is waited for.
     */
    private Result ask(Remote remote, SearchPattern search) {
        var seen = "";
        var begin = "";
        while (true) {
            var reading = looked(remote, arguments(seen, begin, 1));
            var groups =
                    reading.has("met") ? search.in(reading.outputText()) : Optional.<Groups>empty();
            if (reading.has("late") || groups.isPresent()) {
                return told(reading, groups);
            }
            seen = reading.said("sum");
            begin = reading.said("begin");
        }
    }

    private static Report looked(Remote remote, List<String> arguments) {
        var call = Command.call(SCRIPT, "wait_for_look", arguments.toArray(String[]::new));
        var reading = new ScriptProtocol(UNUSED).read(remote.probe(call));
        reading.failure()
                .ifPresent(message -> {
                    throw new TaskFailure(message);
                });
        return reading.report();
    }

    private Result read(Report report, Optional<SearchPattern> search) {
        if (report.has("skipped")) {
            return SKIPPED;
        }
        return told(report, search.flatMap(pattern -> pattern.in(report.outputText())));
    }

    private Result told(Report report, Optional<Groups> groups) {
        if (report.has("late")) {
            return Result.failure(msg.orElseGet(this::late))
                    .with("elapsed", report.number("elapsed"));
        }
        var result =
                Result.of()
                        .with("elapsed", report.number("elapsed"))
                        .with("state", word())
                        .with("port", port.map(Integer::longValue).orElse(null))
                        .with("path", path.map(RemotePath::text).orElse(null))
                        .with("search_regex", searchRegex.orElse(null));
        var shown = path.isPresent() ? groups.orElse(Groups.NONE) : Groups.NONE;
        return Attributes.told(shown.told(result), report);
    }

    private String late() {
        if (path.isPresent() && state == State.ABSENT) {
            return "Timeout when waiting for %s to be absent.".formatted(path.get());
        }
        var place = path.map(RemotePath::text).orElse(host + ":" + port.orElse(0));
        return switch (state) {
            case ABSENT, STOPPED -> "Timeout when waiting for %s to stop.".formatted(place);
            case DRAINED -> "Timeout when waiting for %s to drain".formatted(place);
            case PRESENT, STARTED -> {
                var file = path.isPresent() ? "file " : "";
                yield "Timeout when waiting for "
                        + searchRegex.map("search string %s in "::formatted).orElse(file)
                        + place;
            }
        };
    }
}
