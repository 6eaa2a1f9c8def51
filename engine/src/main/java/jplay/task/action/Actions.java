package jplay.task.action;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.module.Named;
import jplay.task.Action;
import jplay.task.ActionCatalog;

/** All actions by their names. */
public final class Actions implements ActionCatalog {
    private static final List<String> PREFIXES = List.of("", "ansible.builtin.", "ansible.legacy.");
    private final Map<String, Kind<?>> kinds = new LinkedHashMap<>();
    private final List<String> names =
            Stream.of(
                            add(AddHost.class, Set.of(), true),
                            add(AsyncStatus.class, Set.of(), false),
                            add(Assert.class, Set.of("that"), false),
                            add(Debug.class, Set.of("var"), false),
                            add(Fail.class, Set.of(), false),
                            add(GroupBy.class, Set.of(), false),
                            add(IncludeRole.class, Set.of(), false),
                            add(IncludeTasks.class, Set.of(), false),
                            add(IncludeVars.class, Set.of(), false),
                            add(Meta.class, Set.of(), false),
                            add(Pause.class, Set.of(), true),
                            add(Reboot.class, Set.of(), false),
                            add(SetFact.class, Set.of(), false),
                            add(SetStats.class, Set.of(), false),
                            add(ValidateArgumentSpec.class, Set.of("argument_spec"), false),
                            add(WaitForConnection.class, Set.of(), false))
                    .toList();

    private <T extends Record & Action> String add(Class<T> type, Set<String> raw, boolean once) {
        var name = type.getAnnotation(Named.class).value();
        var shortName = name.substring(name.lastIndexOf('.') + 1);
        var kind = new Kind<>(ArgsSpec.of(type), raw, once);
        PREFIXES.forEach(prefix -> kinds.put(prefix + shortName, kind));
        return name;
    }

    @Override
    public Optional<Kind<?>> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The actions and all modules, for whoever checks arguments. */
    public ModuleCatalog with(ModuleCatalog modules) {
        return new ModuleCatalog() {
            @Override
            public Optional<ArgsSpec<?>> find(String name) {
                return Actions.this
                        .find(name)
                        .<ArgsSpec<?>>map(Kind::arguments)
                        .or(() -> modules.find(name));
            }

            @Override
            public Collection<String> names() {
                var all = new TreeSet<>(modules.names());
                all.addAll(names);
                return all;
            }
        };
    }
}
