package jplay.modules.files;

import java.util.Base64;
import java.util.List;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;

/** Fetches the content of a file of the host into the result. */
@Named(
        value = "ansible.builtin.slurp",
        summary = "Returns the content of a file on the host, in Base64.")
public record Slurp(@Arg(value = "The file.", aliases = "path") RemotePath src) implements Module {
    private static final Script SCRIPT = Script.beside(Slurp.class, "slurp");

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(
                SCRIPT,
                List.of(src.text()),
                report ->
                        Result.of()
                                .with(
                                        "content",
                                        Base64.getEncoder().encodeToString(report.output()))
                                .with("source", report.said("source"))
                                .with("encoding", "base64"));
    }
}
