package jplay.modules;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jplay.module.Answer;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/** This machine as a host, without the engine: each call is a shell of its own. */
public final class LocalRemote implements Remote {
    private static final ScriptProtocol PROTOCOL = new ScriptProtocol("mark-0123456789");

    private final boolean local;
    private final String shell;
    private boolean applying;
    private int sent;

    private LocalRemote(boolean local, String shell) {
        this.local = local;
        this.shell = shell;
    }

    /** The controller itself. */
    public static LocalRemote controller() {
        return new LocalRemote(true, "sh");
    }

    /** The same machine, as if it were another one. */
    public static LocalRemote elsewhere() {
        return new LocalRemote(false, "sh");
    }

    /** The controller with a certain shell. */
    public static LocalRemote with(String shell) {
        return new LocalRemote(true, shell);
    }

    /** Plans and applies, as the engine does without check mode. */
    public Result run(Module module) {
        return go(module, true);
    }

    /** Plans only, as the engine does in check mode. */
    public Result check(Module module) {
        return go(module, false);
    }

    private Result go(Module module, boolean apply) {
        applying = false;
        try {
            return switch (module.plan(this)) {
                case Plan.Unchanged plan -> plan.result().changed(false);
                case Plan.Failed plan -> plan.result().asFailed();
                case Plan.Change plan -> change(plan, apply);
                case Plan.Guarded plan -> guarded(plan, apply);
                case Plan.Foreseen plan -> guarded(plan.guess(), apply);
            };
        } catch (TaskFailure failure) {
            return failure.result();
        }
    }

    private Result change(Plan.Change plan, boolean apply) {
        if (!apply) {
            return plan.predicted().changed(true);
        }
        applying = true;
        return plan.apply().get().changed(true);
    }

    private Result guarded(Plan.Guarded plan, boolean apply) {
        var words = new ArrayList<>(List.of(plan.script().name(), apply ? "apply" : "check", "0"));
        words.addAll(plan.arguments());
        var call = Command.call(plan.script(), "guard", words.toArray(String[]::new));
        var answer = shell(apply ? call.payloads(plan.payloads()) : call);
        var reading = PROTOCOL.read(answer);
        if (reading.failure().isPresent()) {
            return Result.failure(reading.failure().get());
        }
        var result = plan.reading().apply(reading.report());
        return result.changed(reading.report().changeNeeded() && !result.failed());
    }

    @Override
    public Answer probe(Command command) {
        return shell(command);
    }

    @Override
    public Answer exec(Command command) {
        if (!applying) {
            throw new IllegalStateException("exec while planning: " + command.words());
        }
        return shell(command);
    }

    @Override
    public void write(Payload payload, String path, Mode mode) {
        if (!applying) {
            throw new IllegalStateException("write while planning: " + path);
        }
        try (var in = payload.open()) {
            var temporary = Path.of(path + ".new");
            Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            var bits = mode.bits().orElseThrow();
            var letters = new StringBuilder();
            for (var bit = 8; bit >= 0; bit--) {
                letters.append((bits >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
            }
            Files.setPosixFilePermissions(
                    temporary, PosixFilePermissions.fromString(letters.toString()));
            Files.move(temporary, Path.of(path), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean local() {
        return local;
    }

    @Override
    public ScriptProtocol protocol() {
        return PROTOCOL;
    }

    /** How many payloads went to the host so far. */
    public int sent() {
        return sent;
    }

    private String text(Command command) {
        sent += command.payloads().size();
        var text = new StringBuilder(ScriptProtocol.PRELUDE.text());
        command.script().ifPresent(script -> add(script, text));
        for (var i = 0; i < command.payloads().size(); i++) {
            text.append(
                    "\npayload_%d() { printf %%s %s | base64 -d; }\n"
                            .formatted(i + 1, encoded(command.payloads().get(i))));
        }
        return text.append("\n\"$@\"\n").toString();
    }

    private Answer shell(Command command) {
        var words = new ArrayList<String>(List.of(shell.split(" ")));
        words.addAll(List.of("-c", text(command), "sh"));
        words.addAll(command.words());
        try {
            var errors = Files.createTempFile("errors", "");
            var builder = new ProcessBuilder(words).redirectError(errors.toFile());
            builder.environment().put("JPLAY_MARK", PROTOCOL.mark());
            builder.environment().putAll(command.environment());
            var process = builder.start();
            try (var out = process.getOutputStream()) {
                out.write(command.input());
            }
            var output = process.getInputStream().readAllBytes();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                fail("still running: " + command.words());
            }
            var answer = new Answer(process.exitValue(), output, Files.readAllBytes(errors));
            Files.delete(errors);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Script script, StringBuilder text) {
        script.needs().forEach(needed -> add(needed, text));
        text.append('\n').append(script.text());
    }

    private static String encoded(Payload payload) {
        try (var in = payload.open()) {
            return Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
