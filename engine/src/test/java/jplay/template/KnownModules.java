package jplay.template;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.module.Named;

/** The modules that cases of the corpus ask for. */
final class KnownModules implements ModuleCatalog {
    private static final List<String> NAMES =
            List.of(
                    "ansible.builtin.copy",
                    "ansible.builtin.debug",
                    "community.general.ini_file",
                    "copy",
                    "debug");

    /** Stands for every module. */
    @Named(value = "test.test.any", summary = "Stands for every module.")
    record Any(@Arg("Anything.") Optional<String> argument) {}

    @Override
    public Optional<ArgsSpec<?>> find(String name) {
        return NAMES.contains(name) ? Optional.of(ArgsSpec.of(Any.class)) : Optional.empty();
    }

    @Override
    public Collection<String> names() {
        return NAMES;
    }
}
