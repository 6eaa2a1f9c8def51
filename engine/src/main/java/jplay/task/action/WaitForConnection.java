package jplay.task.action;

import java.time.Duration;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Waiting;

/** Waits until a host can be reached. */
@Named(
        value = "ansible.builtin.wait_for_connection",
        summary = "Waits until the host can be reached and runs commands.")
public record WaitForConnection(
        @Arg(value = "Seconds after which a single try is given up.", orElse = "5")
                long connectTimeout,
        @Arg(value = "Seconds to wait before the first try.", orElse = "0") long delay,
        @Arg(value = "Seconds to wait between tries.", orElse = "1") long sleep,
        @Arg(value = "Seconds after which it fails.", orElse = "600") long timeout)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        if (context.check()) {
            return ActionResult.skipped(Result.of());
        }
        var begun = System.nanoTime();
        Waiting.sleep(Duration.ofSeconds(Math.max(0, delay)));
        var reconnection =
                new Reconnection(
                        context.host(),
                        Optional.of(Duration.ofSeconds(Math.max(1, connectTimeout))),
                        _ -> Duration.ofSeconds(Math.max(0, sleep)));
        var trouble =
                reconnection.trouble(
                        Duration.ofSeconds(timeout),
                        remote -> {
                            var answer = remote.probe(Command.of("true"));
                            return answer.ok() ? Optional.empty() : Optional.of(answer.errorText());
                        });
        var elapsed = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        var result =
                trouble.map(why -> Result.failure("timed out waiting for ping module test: " + why))
                        .orElseGet(Result::of);
        return ActionResult.of(result.with("elapsed", elapsed));
    }
}
