package jplay.task.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.diagnostic.PlaybookException;
import jplay.inventory.Hashes;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** Reads variables of the host from files of the controller. */
@Named(
        value = "ansible.builtin.include_vars",
        summary = "Reads variables of the host from files of the controller.",
        freeForm = "file")
public record IncludeVars(
        @Arg(value = "A file.", aliases = "_raw_params") Optional<String> file,
        @Arg("A folder whose files are all read.") Optional<String> dir,
        @Arg("Name of a variable that holds what was read.") Optional<String> name,
        @Arg(value = "How deep to look in the folder; 0 for all of it.", orElse = "0") int depth,
        @Arg("Regular expression for the files of the folder.") Optional<String> filesMatching,
        @Arg("Files of the folder that are left out.") List<String> ignoreFiles,
        @Arg(value = "Extensions of the files of the folder.", orElse = "yaml,yml,json")
                List<String> extensions,
        @Arg(value = "Whether files with other extensions are passed over.", orElse = "false")
                boolean ignoreUnknownExtensions,
        @Arg(
                        "What becomes of a mapping that the host has under the same name: it is "
                                + "replaced or merged, as hash_behaviour of the settings says.")
                Optional<HashBehaviour> hashBehaviour)
        implements Action {
    /** What becomes of a mapping that is there. */
    public enum HashBehaviour {
        REPLACE,
        MERGE
    }

    @Override
    public ActionResult act(ActionContext context) {
        var files =
                file.isPresent()
                        ? List.of(context.files().find("vars", file.get()))
                        : inFolder(
                                context.files()
                                        .find("vars", dir.orElseThrow(IncludeVars::nothing)));
        var all = new LinkedHashMap<String, @Nullable Object>();
        files.forEach(each -> all.putAll(read(context, each)));
        if (hashBehaviour.filter(HashBehaviour.MERGE::equals).isPresent()) {
            all.replaceAll((key, value) -> Hashes.merged(context.scope().get(key), value));
        }
        Map<String, @Nullable Object> named = name.isPresent() ? Map.of(name.get(), all) : all;
        var result =
                Result.of()
                        .facts(named)
                        .with(
                                "ansible_included_var_files",
                                files.stream().map(Path::toString).toList());
        return ActionResult.of(result, new Effect.IncludedVars(named));
    }

    private static TaskFailure nothing() {
        return new TaskFailure("include_vars needs 'file' or 'dir'");
    }

    private List<Path> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TaskFailure("%s is not a directory".formatted(folder));
        }
        try (var walk = Files.walk(folder, depth == 0 ? Integer.MAX_VALUE : depth)) {
            var found = new ArrayList<Path>();
            for (var path : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (wanted(path)) {
                    found.add(path);
                }
            }
            return found;
        } catch (IOException e) {
            throw new TaskFailure("cannot read the directory %s".formatted(folder));
        }
    }

    private boolean wanted(Path path) {
        var text = path.getFileName().toString();
        if (ignoreFiles.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(text).find())
                || filesMatching
                        .filter(it -> !Pattern.compile(it).matcher(text).find())
                        .isPresent()) {
            return false;
        }
        var known = extensions.contains(text.substring(text.lastIndexOf('.') + 1));
        if (!known && !ignoreUnknownExtensions) {
            throw new TaskFailure(
                    "%s does not have a valid extension: %s"
                            .formatted(path, String.join(", ", extensions)));
        }
        return known;
    }

    private static Map<String, @Nullable Object> read(ActionContext context, Path path) {
        try {
            return context.controller().variables(path);
        } catch (PlaybookException e) {
            throw new TaskFailure(e.diagnostics().getFirst().toString());
        }
    }
}
