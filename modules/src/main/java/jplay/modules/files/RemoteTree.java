package jplay.modules.files;

import java.util.ArrayList;
import java.util.List;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.Script;

/** A folder of the host that is to be copied on the host. */
record RemoteTree(String source, String dest, Attributes attributes) {
    static final Script SCRIPT = Script.beside(RemoteTree.class, "tree", Attributes.SCRIPT);

    Plan plan() {
        var arguments = new ArrayList<>(List.of(source, dest));
        arguments.addAll(attributes.arguments());
        return Plan.guarded(
                SCRIPT,
                arguments,
                report ->
                        Attributes.told(
                                Result.of()
                                        .with("src", report.said("src"))
                                        .with("dest", report.said("dest")),
                                report));
    }
}
