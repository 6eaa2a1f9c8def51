package jplay.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * Asks a program for an inventory: {@code --list} and, when it gives no {@code _meta}, {@code
 * --host NAME} for each.
 */
final class ScriptSource {
    private final Enrolment enrolment;
    private final Path program;
    private final boolean templates;

    /**
     * @param templates whether texts of the program may be templates; they are data otherwise
     */
    ScriptSource(Enrolment enrolment, Path program, boolean templates) {
        this.enrolment = enrolment;
        this.program = program;
        this.templates = templates;
    }

    /**
     * Runs the program and reads what it prints.
     *
     * @throws IOException when it cannot be started at all
     * @throws PlaybookException when it fails or prints something else
     */
    void read() throws IOException, InterruptedException {
        var answer = ask("--list");
        var meta = answer.get("_meta") instanceof Map<?, ?> map ? map : Map.of();
        for (var entry : answer.entrySet()) {
            if (!entry.getKey().equals("_meta")) {
                group(entry.getKey(), entry.getValue());
            }
        }
        if (meta.get("hostvars") instanceof Map<?, ?> known) {
            known.forEach((name, vars) -> hostVars(String.valueOf(name), vars));
            return;
        }
        for (var name : namesWithoutVars(answer)) {
            hostVars(name, ask("--host", name));
        }
    }

    private static List<String> namesWithoutVars(Map<String, @Nullable Object> answer) {
        return answer.values().stream()
                .flatMap(group -> hostNames(group).stream())
                .distinct()
                .toList();
    }

    private static List<String> hostNames(@Nullable Object group) {
        var hosts = group instanceof Map<?, ?> map ? map.get("hosts") : group;
        return hosts instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private void group(String name, @Nullable Object body) {
        var place = place();
        var group = enrolment.group(name, place);
        hostNames(body).forEach(host -> enrolment.host(host, group, Map.of()));
        if (!(body instanceof Map<?, ?> map)) {
            return;
        }
        if (!map.containsKey("hosts") && !map.containsKey("vars") && !map.containsKey("children")) {
            enrolment.host(name, group, variables(map));
            return;
        }
        if (map.get("vars") instanceof Map<?, ?> vars) {
            enrolment.groupVars(group, variables(vars), place);
        }
        if (map.get("children") instanceof List<?> children) {
            children.forEach(child ->
                    enrolment.child(group, enrolment.group(String.valueOf(child), place), place));
        }
    }

    private void hostVars(String name, @Nullable Object vars) {
        if (vars instanceof Map<?, ?> map) {
            enrolment.knownHostVars(name, variables(map));
        }
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    /**
     * The same as variables: what a program says is data, unless the settings make it the user's
     * own text.
     */
    private Map<String, @Nullable Object> variables(Map<?, ?> map) {
        var variables = named(map);
        if (templates) {
            variables.replaceAll((_, value) -> Trusted.value(value, place()));
        }
        return variables;
    }

    private Location place() {
        return Location.of("<inventory script output from '" + program + "'>");
    }

    private Map<String, @Nullable Object> ask(String... arguments)
            throws IOException, InterruptedException {
        var output = run(arguments);
        try {
            if (Json.read(output) instanceof Map<?, ?> answer) {
                return named(answer);
            }
            throw failure("want a JSON object with groups");
        } catch (IllegalArgumentException e) {
            throw failure("what the program prints is no JSON: " + e.getMessage());
        }
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<byte[]> complaints = () -> process.getErrorStream().readAllBytes();
            var errors = readers.submit(complaints);
            var output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw failure(
                        "the program ended with status "
                                + process.exitValue()
                                + ": "
                                + text(errors.get()).strip());
            }
            return text(output);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }

    private PlaybookException failure(String message) {
        return new PlaybookException(Location.of(program.toString()), message);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
