package jplay.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs playbooks on this machine as the command line does, and keeps what was shown. */
record WholeRun(ExitCode code, String output, String errors) {
    /** Runs {@code site.yml} of a folder, with {@code hosts.ini} of it as the inventory. */
    static WholeRun of(Path folder, String playbook, String... options) throws IOException {
        Files.writeString(folder.resolve("site.yml"), playbook);
        if (!Files.exists(folder.resolve("hosts.ini"))) {
            Files.writeString(
                    folder.resolve("hosts.ini"),
                    "h1 ansible_connection=local\nh2 ansible_connection=local\n");
        }
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-i",
                                folder.resolve("hosts.ini").toString(),
                                folder.resolve("site.yml").toString()));
        arguments.addAll(List.of(options));
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var code = new CommandLineRun(stream(output), stream(errors)).run(arguments);
        return new WholeRun(code, text(output), text(errors));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** All that was shown, for messages of tests. */
    String all() {
        return code + "\n" + output + errors;
    }
}
