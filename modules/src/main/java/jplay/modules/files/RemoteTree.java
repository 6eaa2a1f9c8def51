package jplay.modules.files;

import java.util.ArrayList;
import java.util.List;
import jplay.module.Plan;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Mode;

/** A folder of the host that is to be copied on the host. */
record RemoteTree(String source, String dest, Copy copy) {
    static final Script SCRIPT = Script.beside(RemoteTree.class, "tree", Attributes.PLACE);

    Plan plan() {
        var arguments = new ArrayList<>(List.of(source, dest));
        arguments.addAll(copy.attributes().arguments());
        arguments.add(copy.directoryMode().map(Mode::text).orElse(""));
        arguments.add(copy.localFollow().orElse(false) ? "1" : "0");
        arguments.add(copy.force() ? "1" : "0");
        return Plan.guarded(SCRIPT, arguments, RemoteTree::read);
    }

    private static Result read(Report report) {
        if (report.has("would")) {
            return Result.of()
                    .with("src", report.said("src"))
                    .message("dest directory " + report.said("would") + " would be created");
        }
        return Attributes.told(
                Result.of()
                        .with("src", report.said("src"))
                        .with("dest", report.said("dest"))
                        .with("checksum", null)
                        .with("md5sum", null),
                report);
    }
}
