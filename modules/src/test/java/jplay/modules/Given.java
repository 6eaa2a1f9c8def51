package jplay.modules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jplay.module.ArgsSpec;
import jplay.module.ControllerFiles;
import jplay.module.Module;
import jplay.module.Plan;
import jplay.module.type.LocalFile;
import jplay.module.type.Template;
import jplay.value.Json;

/** Modules with arguments as a playbook gives them. */
public final class Given {
    private Given() {}

    /** The plan of a module whose arguments are JSON, quoted with {@code '} for short. */
    public static Plan plan(Class<? extends Record> type, String arguments) {
        var values = new LinkedHashMap<String, Object>();
        if (Json.read(arguments.replace('\'', '"')) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(name.toString(), value));
        }
        var spec = ArgsSpec.of(type);
        var problems = spec.check(values);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return ((Module) spec.bind(values, new NoFiles())).plan(LocalRemote.elsewhere());
    }

    /** A controller without files. */
    private static final class NoFiles implements ControllerFiles {
        @Override
        public LocalFile file(String name) {
            throw new IllegalArgumentException("no file " + Path.of(name));
        }

        @Override
        public Template template(String name) {
            throw new IllegalArgumentException("no template " + Path.of(name));
        }
    }
}
