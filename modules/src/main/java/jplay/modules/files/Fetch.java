package jplay.modules.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.LocalTarget;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;

/** Fetches a file of the host to the controller. */
@Named(
        value = "ansible.builtin.fetch",
        summary = "Fetches a file of the host to the controller, under the host's name.")
public record Fetch(
        @Arg("The file on the host.") RemotePath src,
        @Arg("The folder on the controller, seen from the playbook; with `flat` the file.")
                LocalTarget dest,
        @Arg(
                        value =
                                "Leave out the host's name and the path; a slash at the end is a folder.",
                        orElse = "no")
                boolean flat,
        @Arg(value = "Fail when there is no such file.", orElse = "yes") boolean failOnMissing,
        @Arg(value = "Compare the digests of what was sent and what arrived.", orElse = "yes")
                boolean validateChecksum)
        implements Module {
    private static final Script SCRIPT = Script.beside(Fetch.class, "fetch");

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(SCRIPT, List.of(src.text(), digest(target(src.text()))), this::read);
    }

    private Path target(String source) {
        if (!flat) {
            var below = source.replaceFirst("^/+", "");
            return dest.path().resolve(dest.host()).resolve(below).normalize();
        }
        var folder = dest.written().endsWith("/");
        return folder ? dest.path().resolve(source.replaceFirst("^.*/", "")) : dest.path();
    }

    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file) ? Payload.of(file).digest("SHA-1") : "";
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + file + ": " + e.getMessage());
        }
    }

    private Result read(Report report) {
        if (report.has("missing")) {
            return missing(report);
        }
        if (report.has("check")) {
            return Result.of()
                    .with("skipped", true)
                    .message("check mode not (yet) supported for this module");
        }
        var file = target(report.said("path"));
        if (!report.applied()) {
            return Result.of()
                    .with("checksum", report.said("sum"))
                    .with("dest", file.toString())
                    .with("file", report.said("path"))
                    .with("md5sum", md5(file));
        }
        write(file, report.output());
        return fetched(file, report);
    }

    private Result missing(Report report) {
        var why = report.said("missing");
        var result = Result.of().with("file", report.said("path"));
        return failOnMissing
                ? result.message(why).asFailed()
                : result.message(why + ", ignored").changed(false);
    }

    private Result fetched(Path file, Report report) {
        var sum = digest(file);
        if (validateChecksum && !sum.equals(report.said("sum"))) {
            return Result.failure("checksum mismatch")
                    .with("file", report.said("path"))
                    .with("dest", file.toString())
                    .with("checksum", sum)
                    .with("remote_checksum", report.said("sum"));
        }
        return Result.of()
                .with("checksum", sum)
                .with("dest", file.toString())
                .with("md5sum", md5(file))
                .with("remote_checksum", report.said("sum"))
                .with("remote_md5sum", null);
    }

    private static String md5(Path file) {
        try {
            return Payload.of(file).digest("MD5");
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** Under another name first, so that the file is whole at any time. */
    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var temporary =
                    file.resolveSibling(
                            ".jplay-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
            try {
                Files.write(temporary, bytes);
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new TaskFailure("cannot write " + file + ": " + e.getMessage());
        }
    }
}
