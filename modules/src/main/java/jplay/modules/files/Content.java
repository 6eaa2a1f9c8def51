package jplay.modules.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.module.Diff;
import jplay.module.Plan;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/**
 * Bytes that are to be in a file of the host.
 *
 * @param payload the bytes; empty when they are on the host already, in {@code source}
 * @param name what the file is called when the destination is a folder; empty when it must not be
 *     one
 */
record Content(Optional<Payload> payload, String name, String source, Target target) {
    private static final Script SCRIPT = Script.beside(Content.class, "copy", Attributes.PLACE);
    private static final int DIFF_LIMIT = 104448;

    /** Where the bytes go, and how. */
    record Target(
            String dest,
            boolean force,
            boolean backup,
            Attributes attributes,
            Optional<String> validate,
            boolean follow,
            Optional<Mode> folderMode,
            Optional<String> checksum) {}

    Plan plan() {
        var arguments =
                new ArrayList<>(
                        List.of(
                                target.dest(),
                                name,
                                digest("SHA-1"),
                                size(),
                                target.force() ? "1" : "0",
                                target.backup() ? "1" : "0"));
        arguments.addAll(target.attributes().arguments());
        arguments.add(Validation.script(target.validate()));
        arguments.add(target.follow() ? "1" : "0");
        arguments.add(source);
        arguments.add(target.folderMode().map(Mode::text).orElse(""));
        arguments.add(target.checksum().orElse(""));
        var plan = Plan.guarded(SCRIPT, arguments, this::read);
        return payload.map(plan::with).orElse(plan);
    }

    private String digest(String algorithm) {
        try {
            return payload.isPresent() ? payload.get().digest(algorithm) : "";
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be copied: " + e.getMessage());
        }
    }

    private String size() {
        try {
            return payload.isPresent() ? String.valueOf(payload.get().size()) : "";
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be copied: " + e.getMessage());
        }
    }

    private Result read(Report report) {
        var result = payload.isPresent() ? sent(report) : copied(report);
        if (report.has("backup_file")) {
            result = result.with("backup_file", report.said("backup_file"));
        }
        if (!report.changeNeeded()) {
            return result;
        }
        return report.has("same") ? result.diff(attributesDiff(report)) : diff(result, report);
    }

    /** What is told of bytes of the controller. */
    private Result sent(Report report) {
        var written = report.changeNeeded() && !report.has("same");
        if (written && !report.applied()) {
            return Result.of();
        }
        var result = Result.of().with("dest", report.said("dest"));
        if (report.has("kept") && !report.changeNeeded()) {
            return result;
        }
        result = Attributes.told(result.with("checksum", digest("SHA-1")), report);
        return written
                ? result.with("md5sum", digest("MD5"))
                : result.with("path", report.said("dest"));
    }

    /** What is told of a file of the host. */
    private Result copied(Report report) {
        return Attributes.told(
                Result.of()
                        .with("src", report.said("src"))
                        .with("dest", report.said("dest"))
                        .with("checksum", report.said("sum"))
                        .with("md5sum", report.said("md5sum")),
                report);
    }

    private static Diff attributesDiff(Report report) {
        var diff = new StateDiff();
        diff.add("path", report.said("dest"), report.said("dest"));
        return diff.attributes(report).diff("");
    }

    private Result diff(Result result, Report report) {
        var text = text();
        if (text.isEmpty() || report.has("binary") || report.has("large")) {
            return result;
        }
        var existed = !report.said("before").equals("absent");
        return result.diff(
                new Diff(
                        existed ? report.said("named") : "",
                        report.said("text"),
                        header(report),
                        text.get()));
    }

    private String header(Report report) {
        return payload.orElse(null) instanceof Payload.LocalContent local
                ? local.file().toString()
                : report.said("named");
    }

    /** The new content, when it is short text. */
    private Optional<String> text() {
        try {
            if (payload.isEmpty() || payload.get().size() > DIFF_LIMIT) {
                return Optional.empty();
            }
            try (var in = payload.get().open()) {
                var decoded =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(in.readAllBytes()));
                return Optional.of(decoded.toString()).filter(text -> text.indexOf('\0') < 0);
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be copied: " + e.getMessage());
        }
    }
}
