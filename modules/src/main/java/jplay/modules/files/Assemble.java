package jplay.modules.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.FileSource;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.value.PythonRegex;

/** Puts one file together of all that are in a folder. */
@Named(
        value = "ansible.builtin.assemble",
        summary = "Puts a file together of the files of a folder, in the order of their names.")
public record Assemble(
        @Arg("The folder; on the host unless `remote_src` is no.") FileSource src,
        @Arg("The file to write.") RemotePath dest,
        @Arg(value = "Whether `src` is on the host.", orElse = "yes") boolean remoteSrc,
        @Arg("What stands between the parts; `\\n` is a line end.") Optional<String> delimiter,
        @Arg("Take only files whose names match this expression.") Optional<String> regexp,
        @Arg(value = "Leave out files whose names begin with a dot.", orElse = "no")
                boolean ignoreHidden,
        @Arg(value = "Keep a copy of a file that is replaced.", orElse = "no") boolean backup,
        @Arg("A command that judges the new file before it is put in place; `%s` is its name.")
                Optional<String> validate,
        @Arg(value = "Decrypt parts that are encrypted with vault.", orElse = "yes")
                boolean decrypt,
        @ArgGroup Attributes attributes)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Assemble.class, "assemble", Attributes.PLACE);

    @Override
    public Plan plan(Remote remote) {
        return remoteSrc ? onHost(remote) : onController();
    }

    private Plan onHost(Remote remote) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                src.written(),
                                dest.text(),
                                delimiter.map(Assemble::unescaped).orElse(""),
                                ignoreHidden ? "1" : "0",
                                backup ? "1" : "0",
                                Validation.script(validate)));
        arguments.addAll(attributes.arguments());
        regexp.ifPresent(expression -> arguments.addAll(chosen(remote, expression)));
        return Plan.guarded(SCRIPT, arguments, this::read);
    }

    /** The names that match, behind a mark that names are given; only the controller can tell. */
    private List<String> chosen(Remote remote, String expression) {
        var told = remote.look(Command.call(SCRIPT, "assemble_names", src.written()));
        var names = new String(told.output(), StandardCharsets.UTF_8).split("\0");
        var chosen = new ArrayList<>(List.of("names"));
        var regex = compiled(expression);
        Stream.of(names)
                .filter(name -> !name.isEmpty() && regex.matcher(name).find())
                .forEach(chosen::add);
        return chosen;
    }

    private static PythonRegex compiled(String expression) {
        try {
            return PythonRegex.compile(expression, Set.of());
        } catch (PythonRegex.Mistake e) {
            throw new TaskFailure(
                    "Invalid Regexp (%s) in \"%s\"".formatted(e.getMessage(), expression));
        }
    }

    private Result read(Report report) {
        var result =
                Attributes.told(
                        Result.of()
                                .with("src", report.said("src"))
                                .with("dest", report.said("dest"))
                                .with("checksum", report.said("sum"))
                                .with("md5sum", report.said("md5"))
                                .message("OK"),
                        report);
        return report.has("backup_file")
                ? result.with("backup_file", report.said("backup_file"))
                : result;
    }

    private Plan onController() {
        var bytes = Payload.of(assembled(src.local().path()));
        var target =
                new Content.Target(
                        dest.text(),
                        true,
                        backup,
                        attributes,
                        validate,
                        false,
                        Optional.empty(),
                        Optional.empty());
        var plan = (Plan.Guarded) new Content(Optional.of(bytes), "", "", target).plan();
        return new Plan.Guarded(
                plan.script(),
                plan.arguments(),
                plan.payloads(),
                report -> told(plan.reading().apply(report), bytes, report));
    }

    private static Result told(Result result, Payload bytes, Report report) {
        try {
            var told =
                    result.with("checksum", bytes.digest("SHA-1"))
                            .with("md5sum", bytes.digest("MD5"))
                            .with("dest", report.said("dest"));
            var values = new java.util.LinkedHashMap<>(told.values());
            values.remove("path");
            return new Result(told.changed(), told.failed(), values, told.diffs(), told.warnings());
        } catch (IOException e) {
            throw new TaskFailure("cannot read what was assembled: " + e.getMessage());
        }
    }

    private byte[] assembled(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TaskFailure("Source (%s) is not a directory".formatted(folder));
        }
        var out = new Fragments(delimiter.map(Assemble::unescaped).orElse(""));
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().filter(this::wanted).toList()) {
                try (var part = src.local().content(file, decrypt).open()) {
                    out.add(part.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new TaskFailure("cannot read in " + folder + ": " + e.getMessage());
        }
        return out.bytes();
    }

    private boolean wanted(Path file) {
        var name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && !(ignoreHidden && name.startsWith("."))
                && regexp.map(each -> compiled(each).matcher(name).find()).orElse(true);
    }

    private static String unescaped(String text) {
        var out = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var known = at + 1 < text.length() ? "nrt\\".indexOf(text.charAt(at + 1)) : -1;
            if (text.charAt(at) == '\\' && known >= 0) {
                at++;
                out.append("\n\r\t\\".charAt(known));
            } else {
                out.append(text.charAt(at));
            }
        }
        return out.toString();
    }
}
