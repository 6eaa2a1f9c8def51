package jplay.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jplay.module.Answer;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.ScriptProtocol;

/**
 * This machine as a host of guarded plans: each runs in a shell of its own, by the protocol of the
 * engine.
 *
 * @param shell words of the shell, such as {@code busybox sh}
 * @param environment variables that the scripts see beside those of the test
 */
public record ScriptHost(String shell, Map<String, String> environment) {
    /** Shells that scripts must run under. */
    public static final List<String> SHELLS = List.of("dash", "bash --posix", "busybox sh");

    private static final String MARK = "7f3a9c51e2";

    public ScriptHost {
        environment = Map.copyOf(environment);
    }

    /** Under a shell with the test's environment. */
    public static ScriptHost of(String shell) {
        return new ScriptHost(shell, Map.of());
    }

    /** Looks and changes. */
    public Result apply(Plan plan) {
        return run(plan, "apply");
    }

    /** Only looks. */
    public Result check(Plan plan) {
        return run(plan, "check");
    }

    private Result run(Plan given, String mode) {
        if (given instanceof Plan.Failed failed) {
            return failed.result().asFailed();
        }
        var plan = (Plan.Guarded) given;
        var reading = new ScriptProtocol(MARK).read(answer(text(plan, mode)));
        if (reading.failure().isPresent()) {
            return Result.failure(reading.failure().get());
        }
        var report = reading.report();
        if (report.status() != 0 && !report.applied()) {
            throw new AssertionError("status " + report.status() + ": " + report.errorText());
        }
        var result = plan.reading().apply(report);
        return result.changed(result.changed() || report.changeNeeded());
    }

    private static String text(Plan.Guarded plan, String mode) {
        var scripts = new LinkedHashMap<String, Script>();
        collect(ScriptProtocol.PRELUDE, scripts);
        collect(plan.script(), scripts);
        var text = new StringBuilder("JPLAY_MARK=" + MARK + "\n");
        scripts.values().forEach(script -> text.append(script.text()).append('\n'));
        for (var payload : plan.payloads()) {
            var number = plan.payloads().indexOf(payload) + 1;
            var bytes = Base64.getEncoder().encodeToString(read(payload::open));
            text.append("payload_%d() { printf %%s %s | base64 -d; }\n".formatted(number, bytes));
        }
        var words = new ArrayList<>(List.of("guard", plan.script().name(), mode, "1"));
        words.addAll(plan.arguments());
        return text.append(words.stream().map(ScriptHost::quoted).collect(Collectors.joining(" ")))
                .append('\n')
                .toString();
    }

    private static void collect(Script script, Map<String, Script> scripts) {
        script.needs().forEach(needed -> collect(needed, scripts));
        scripts.put(script.name(), script);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private Answer answer(String text) {
        var words = new ArrayList<>(List.of(shell.split(" ")));
        words.addAll(List.of("-c", text));
        var builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var errors = CompletableFuture.supplyAsync(() -> read(process::getErrorStream));
            var output = read(process::getInputStream);
            return new Answer(process.waitFor(), output, errors.join());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot run " + shell, e);
        }
    }

    private static byte[] read(Callable<InputStream> source) {
        try (var stream = source.call()) {
            return stream.readAllBytes();
        } catch (Exception e) {
            throw new IllegalStateException("cannot read", e);
        }
    }
}
