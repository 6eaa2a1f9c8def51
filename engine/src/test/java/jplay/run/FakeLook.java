package jplay.run;

import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;

/** A module of the kind that looks before it answers. */
@Named(value = "ansible.builtin.look", summary = "Looks at a host.")
public record FakeLook(@Arg("What to look at.") String at) implements Module {
    @Override
    public Plan plan(Remote remote) {
        remote.probe("look", at);
        return new Plan.Unchanged(Result.of());
    }
}
