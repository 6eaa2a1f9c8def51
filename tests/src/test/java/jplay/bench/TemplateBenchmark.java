package jplay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jplay.diagnostic.Location;
import jplay.template.JinjaTemplar;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.format.JsonReader;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What templates cost, on one thread; {@code tests/bench/templates.sh} runs it beside the same work
 * in Python.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TemplateBenchmark {
    private static final Location PLACE = Location.of("benchmark");
    private static final int HOSTS = 1000;

    private final Templar templar = JinjaTemplar.create(_ -> {});
    private Scope scope = new Variables(Map.of());
    private String file = "";
    private long count;

    /** Variables that do not change. */
    private record Variables(Map<?, ?> values) implements Scope {
        @Override
        public boolean has(String name) {
            return values.containsKey(name);
        }

        @Override
        public @Nullable Object get(String name) {
            return values.get(name);
        }

        @Override
        public Set<String> names() {
            return values.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
        }

        @Override
        public List<Path> searchPath() {
            return List.of();
        }
    }

    /** Reads the template and its variables from the folder that {@code templates} names. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        var folder = Path.of(System.getProperty("templates"));
        file = Files.readString(folder.resolve("member.conf.j2"));
        var variables = JsonReader.read(Files.readString(folder.resolve("variables.json")));
        scope = new Variables((Map<?, ?>) java.util.Objects.requireNonNull(variables));
    }

    /** A {@code when} that was seen before. */
    @Benchmark
    public boolean condition() {
        return templar.condition(
                TemplateString.of("limits.heartbeat < 500 and member is defined", PLACE),
                PLACE,
                scope);
    }

    /** An argument of a task that was seen before. */
    @Benchmark
    public @Nullable Object argument() {
        return templar.render(
                TemplateString.of("{{ cluster.data_dir }}/{{ inventory_hostname }}.etcd", PLACE),
                scope);
    }

    /** A template file of 62 lines that was seen before. */
    @Benchmark
    public String file() {
        return templar.renderFile(
                new TemplateString(file, PLACE), Templar.FileOptions.DEFAULT, scope);
    }

    /** An expression nobody has seen. */
    @Benchmark
    public @Nullable Object newExpression() {
        return templar.expression(
                "groups['etcd'] | map('upper') | list | length + limits.heartbeat + " + count++,
                PLACE,
                scope);
    }

    /** The template file for a thousand hosts at once, over one parent scope. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object fileForThousandHosts() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(HOSTS, this::file));
        }
    }
}
