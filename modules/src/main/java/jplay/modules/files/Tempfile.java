package jplay.modules.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;

/** Makes a file or folder under a name that nothing else has. */
@Named(
        value = "ansible.builtin.tempfile",
        summary = "Makes a temporary file or folder on the host; it stays until it is removed.")
public record Tempfile(
        @Arg(value = "What to make.", orElse = "file") State state,
        @Arg("The folder it is made in; the host's own for such files unless given.")
                Optional<RemotePath> path,
        @Arg(value = "How its name begins.", orElse = "ansible.") String prefix,
        @Arg(value = "How its name ends.", orElse = "") String suffix)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Tempfile.class, "tempfile", Attributes.SCRIPT);

    /** What to make. */
    public enum State {
        DIRECTORY,
        FILE
    }

    @Override
    public Plan plan(Remote remote) {
        var kind = state.name().toLowerCase(Locale.ROOT);
        var folder = path.map(RemotePath::text).orElse("");
        return Plan.guarded(SCRIPT, List.of(kind, folder, prefix, suffix), Tempfile::read);
    }

    private static Result read(Report report) {
        if (!report.applied()) {
            return Result.of()
                    .with("skipped", true)
                    .message("remote module (tempfile) does not support check mode");
        }
        return Attributes.told(Result.of().with("path", report.said("path")), report);
    }
}
