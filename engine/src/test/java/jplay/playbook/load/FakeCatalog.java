package jplay.playbook.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jplay.module.Arg;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.module.Named;

/** A handful of modules and actions with a few arguments each. */
final class FakeCatalog implements ModuleCatalog {
    private final Map<String, ArgsSpec<?>> specs = new TreeMap<>();

    FakeCatalog() {
        for (ArgsSpec<?> spec :
                List.<ArgsSpec<?>>of(
                        ArgsSpec.of(Copy.class),
                        ArgsSpec.of(Command.class),
                        ArgsSpec.of(Debug.class),
                        ArgsSpec.of(SetFact.class),
                        ArgsSpec.of(IncludeTasks.class),
                        ArgsSpec.of(IncludeRole.class),
                        ArgsSpec.of(Meta.class),
                        ArgsSpec.of(Service.class),
                        ArgsSpec.of(Etcdctl.class))) {
            specs.put(spec.name(), spec);
        }
    }

    @Override
    public Optional<ArgsSpec<?>> find(String name) {
        return Optional.<ArgsSpec<?>>ofNullable(specs.get(name))
                .or(() -> Optional.ofNullable(specs.get("ansible.builtin." + name)));
    }

    @Override
    public Collection<String> names() {
        return specs.keySet();
    }

    @Named(value = "ansible.builtin.copy", summary = "Copies.")
    record Copy(
            @Arg("From.") Optional<String> src,
            @Arg("Text.") Optional<String> content,
            @Arg(value = "To.", aliases = "path") String dest,
            @Arg("Owner.") Optional<String> owner,
            @Arg(value = "Keep a copy.", orElse = "false") boolean backup) {}

    @Named(value = "ansible.builtin.command", summary = "Runs.", freeForm = "_raw_params")
    record Command(
            @Arg(value = "Free text.", name = "_raw_params") Optional<String> rawParams,
            @Arg("Words.") List<String> argv,
            @Arg("Folder.") Optional<String> chdir,
            @Arg("Skip when there.") Optional<String> creates) {}

    @Named(value = "ansible.builtin.debug", summary = "Says.")
    record Debug(@Arg("Text.") Optional<Object> msg, @Arg("Variable.") Optional<String> var) {}

    @Named(value = "ansible.builtin.set_fact", summary = "Sets.")
    record SetFact(
            @Arg(value = "Keep.", orElse = "false") boolean cacheable,
            @Arg(value = "Variables.", rest = true) Map<String, Object> facts) {}

    @Named(value = "ansible.builtin.include_tasks", summary = "Includes.", freeForm = "file")
    record IncludeTasks(@Arg("File.") String file, @Arg("Keywords.") Map<String, Object> apply) {}

    @Named(value = "ansible.builtin.include_role", summary = "Includes.")
    record IncludeRole(
            @Arg("Role.") String name,
            @Arg("File.") Optional<String> tasksFrom,
            @Arg("Keywords.") Map<String, Object> apply) {}

    @Named(value = "ansible.builtin.meta", summary = "Tells.", freeForm = "_raw_params")
    record Meta(@Arg(value = "Word.", name = "_raw_params") String word) {}

    @Named(value = "ansible.builtin.service", summary = "Serves.")
    record Service(@Arg("Name.") String name, @Arg("State.") Optional<State> state) {
        enum State {
            STARTED,
            STOPPED,
            RESTARTED
        }
    }

    @Named(value = "jplay.etcd.etcdctl", summary = "Talks to etcd.")
    record Etcdctl(@Arg("Addresses.") List<String> endpoints) {}
}
