package jplay.task.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import jplay.connection.UnreachableException;
import jplay.module.Answer;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Named;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Waiting;

/** Restarts a host and waits until it can be used again. */
@Named(
        value = "ansible.builtin.reboot",
        summary = "Restarts the host, waits until it is up again and runs commands.")
public record Reboot(
        @Arg(
                        value = "Seconds to wait before the restart; whole minutes count.",
                        orElse = "0",
                        aliases = "pre_reboot_delay_sec")
                double preRebootDelay,
        @Arg(
                        value = "Seconds to wait after the restart before the first look.",
                        orElse = "0",
                        aliases = "post_reboot_delay_sec")
                double postRebootDelay,
        @Arg(
                        value = "Seconds that coming up may take, and after that the test command.",
                        orElse = "600",
                        aliases = "reboot_timeout_sec")
                long rebootTimeout,
        @Arg(
                        value = "Seconds after which a single try to connect is given up.",
                        aliases = "connect_timeout_sec")
                Optional<Long> connectTimeout,
        @Arg(value = "Says that the host can be used again by its status.", orElse = "whoami")
                String testCommand,
        @Arg(value = "What users of the host are told.", orElse = "Reboot initiated by Ansible")
                String msg,
        @Arg(
                        value = "Where programs are looked for on the host.",
                        orElse = "/sbin,/bin,/usr/sbin,/usr/bin,/usr/local/sbin")
                List<String> searchPaths,
        @Arg(
                        value = "Prints something that is another after a restart.",
                        orElse = "cat /proc/sys/kernel/random/boot_id")
                String bootTimeCommand,
        @Arg("What restarts the host, instead of the usual; delay and message are left to it then.")
                Optional<String> rebootCommand)
        implements Action {
    private static final Script FINDING = Script.beside(Reboot.class, "reboot");
    private static final int LONGEST_PAUSE_SECONDS = 12;

    @Override
    public ActionResult act(ActionContext context) {
        var begun = Instant.now();
        if (context.host().remote().local()) {
            return failed(
                    begun,
                    false,
                    "Running reboot with local connection would reboot the control node.");
        }
        if (context.check()) {
            return ActionResult.of(told(Result.of().changed(true), begun, true));
        }
        return restarted(context, begun);
    }

    private ActionResult restarted(ActionContext context, Instant begun) {
        var before = bootTime(context.host().remote());
        if (!before.ok()) {
            var why =
                    "reboot: failed to get host boot time info, rc: %d, stdout: %s, stderr: %s"
                            .formatted(before.status(), before.text(), before.errorText().strip());
            return ActionResult.of(Result.failure(why).with("reboot", false));
        }
        var command = command(context.host().remote());
        var refused = refusal(context, command);
        if (refused.isPresent()) {
            return failed(begun, false, refused.get());
        }
        Waiting.sleep(Duration.ofMillis((long) (Math.max(0, postRebootDelay) * 1000)));
        return awaited(context, begun, before.text().strip());
    }

    private Answer bootTime(Remote remote) {
        return remote.probe(Command.of("sh", "-c", bootTimeCommand));
    }

    /** What restarts the host, as one line for its shell. */
    private String command(Remote remote) {
        if (rebootCommand.isEmpty()) {
            var minutes = (long) (Math.max(0, preRebootDelay) / 60);
            var program = find(remote, "shutdown", true);
            return program.endsWith("/reboot")
                    ? program
                    : "%s -r %d '%s'".formatted(program, minutes, msg.replace("'", "'\\''"));
        }
        var words = rebootCommand.get().strip().split("\\s+", 2);
        var rest = words.length > 1 ? " " + words[1] : "";
        return find(remote, words[0], false) + rest;
    }

    private String find(Remote remote, String name, boolean usual) {
        var arguments = new ArrayList<>(searchPaths);
        if (!usual) {
            arguments.addFirst(name);
        }
        var function = usual ? "reboot_usual" : "reboot_find";
        var answer =
                remote.probe(Command.call(FINDING, function, arguments.toArray(String[]::new)));
        if (!answer.ok()) {
            throw new TaskFailure(
                    "Unable to find command \"%s\" in search paths: ['%s']"
                            .formatted(name, String.join("', '", searchPaths)));
        }
        return answer.text();
    }

    /** Why it was not restarted; a host that is lost meanwhile is on its way. */
    private static Optional<String> refusal(ActionContext context, String command) {
        try {
            var answer = context.host().exec(Command.of("sh", "-c", command));
            return answer.ok()
                    ? Optional.empty()
                    : Optional.of(
                            "Reboot command failed. Error was: '%s, %s'"
                                    .formatted(answer.text().strip(), answer.errorText().strip()));
        } catch (UnreachableException _) {
            return Optional.empty();
        }
    }

    private ActionResult awaited(ActionContext context, Instant begun, String before) {
        var reconnection =
                new Reconnection(
                        context.host(), connectTimeout.map(Duration::ofSeconds), Reboot::pause);
        var limit = Duration.ofSeconds(rebootTimeout);
        var down =
                reconnection.trouble(
                        limit,
                        remote -> {
                            var now = bootTime(remote);
                            return now.ok() && !now.text().strip().equals(before)
                                    ? Optional.empty()
                                    : Optional.of("it was not restarted yet");
                        });
        if (down.isPresent()) {
            return late(begun, "last boot time check");
        }
        var unfit =
                reconnection.trouble(
                        limit,
                        remote -> {
                            var answer = remote.probe(Command.of("sh", "-c", testCommand));
                            return answer.ok() ? Optional.empty() : Optional.of("it fails");
                        });
        return unfit.isPresent()
                ? late(begun, "post-reboot test command")
                : ActionResult.of(told(Result.of().changed(true), begun, true));
    }

    private ActionResult late(Instant begun, String what) {
        var why = "Timed out waiting for %s (timeout=%d)".formatted(what, rebootTimeout);
        return failed(begun, true, why);
    }

    /** Longer and longer, so that a host that comes up slowly is not asked without end. */
    private static Duration pause(int tried) {
        var seconds = tried > 3 ? LONGEST_PAUSE_SECONDS : 1 << tried;
        return Duration.ofMillis(seconds * 1000L + ThreadLocalRandom.current().nextInt(1000));
    }

    private static ActionResult failed(Instant begun, boolean rebooted, String why) {
        return ActionResult.of(told(Result.failure(why), begun, rebooted));
    }

    private static Result told(Result result, Instant begun, boolean rebooted) {
        return result.with("rebooted", rebooted)
                .with("elapsed", Duration.between(begun, Instant.now()).toSeconds());
    }
}
