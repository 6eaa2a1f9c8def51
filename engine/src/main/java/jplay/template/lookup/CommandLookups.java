package jplay.template.lookup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jplay.template.ansible.Paths;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** Lookups that run commands on the controller. */
final class CommandLookups {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of("lines(terms)", CommandLookups::lines),
                    Lookup.of("pipe(terms)", CommandLookups::pipe));

    private CommandLookups() {}

    private static List<@Nullable Object> lines(FilterCall call) {
        var lines = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            lines.addAll(output(call, "lines", Text.of(term)).lines().toList());
        }
        return lines;
    }

    private static List<@Nullable Object> pipe(FilterCall call) {
        var outputs = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            outputs.add(output(call, "pipe", Text.of(term)).stripTrailing());
        }
        return outputs;
    }

    private static String output(FilterCall call, String lookup, String command) {
        var builder =
                new ProcessBuilder("/bin/sh", "-c", command)
                        .directory(Paths.workingFolder(call.evaluation().surroundings()).toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        var described = "lookup_plugin." + lookup + "(" + command + ")";
        try {
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var status = process.waitFor();
            if (status != 0) {
                throw new PythonError("AnsibleLookupError", described + " returned " + status);
            }
            return output;
        } catch (IOException e) {
            throw new PythonError(
                    "AnsibleLookupError", described + " could not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PythonError("AnsibleLookupError", described + " was interrupted");
        }
    }
}
