package jplay.modules.net;

import java.util.List;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;

/** Finds out whether a host can be worked on. */
@Named(
        value = "ansible.builtin.ping",
        summary = "Finds out whether a host can be logged in to and has a shell that answers.")
public record Ping(
        @Arg(value = "What is answered; `crash` lets the task fail.", orElse = "pong") String data)
        implements Module {
    private static final Script SCRIPT = Script.beside(Ping.class, "ping");

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(
                SCRIPT,
                List.of(),
                _ ->
                        data.equals("crash")
                                ? Result.failure("Task failed: Module failed: boom")
                                : Result.of().with("ping", data));
    }
}
