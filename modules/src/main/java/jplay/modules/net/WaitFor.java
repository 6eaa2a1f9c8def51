package jplay.modules.net;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;

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
        @Arg("Regular expression looked for in the file; extended, as grep's.")
                Optional<String> searchRegex,
        @Arg("Message when the time is over.") Optional<String> msg,
        @Arg(
                        value = "Connection states that count as connected; all but listening do.",
                        orElse = "")
                List<String> activeConnectionStates,
        @Arg("Hosts whose connections do not count while draining; none is told apart.")
                List<String> excludeHosts)
        implements Module {
    private static final Script SCRIPT = Script.beside(WaitFor.class, "wait_for");

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
        var wanted = state.name().toLowerCase(Locale.ROOT);
        var nothing = port.isEmpty() && path.isEmpty();
        var arguments =
                Stream.of(
                                host,
                                port.map(String::valueOf).orElse(""),
                                path.map(RemotePath::text).orElse(""),
                                wanted,
                                String.valueOf(delay),
                                String.valueOf(sleep),
                                String.valueOf(timeout),
                                String.valueOf(connectTimeout),
                                searchRegex.orElse(""))
                        .toList();
        return Plan.guarded(SCRIPT, arguments, report -> read(report, nothing));
    }

    private Result read(Report report, boolean nothing) {
        var result =
                Result.of()
                        .with("elapsed", report.number("elapsed"))
                        .with("state", state.name().toLowerCase(Locale.ROOT))
                        .with("port", port.map(Integer::longValue).orElse(null))
                        .with("path", path.map(RemotePath::text).orElse(null))
                        .with("search_regex", searchRegex.orElse(null))
                        .with("match_groups", List.of())
                        .with("match_groupdict", java.util.Map.of());
        if (report.has("met") || nothing) {
            return result;
        }
        return Result.failure(msg.orElseGet(this::late)).with("elapsed", report.number("elapsed"));
    }

    private String late() {
        if (path.isPresent()) {
            var what = searchRegex.map(text -> "search string " + text + " in ").orElse("file ");
            return "Timeout when waiting for " + what + path.get();
        }
        var gone = state == State.STOPPED || state == State.ABSENT;
        return "Timeout when waiting for %s:%d".formatted(host, port.orElse(0))
                + (gone ? " to stop." : "");
    }
}
