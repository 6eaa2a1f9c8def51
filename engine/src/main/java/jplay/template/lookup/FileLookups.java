package jplay.template.lookup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.template.ansible.Glob;
import jplay.template.ansible.Paths;
import jplay.template.expr.Surroundings;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Lookups of files on the controller. */
final class FileLookups {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of("file(terms, lstrip=false, rstrip=true)", FileLookups::file),
                    Lookup.of("fileglob(terms)", FileLookups::glob),
                    Lookup.of(
                            "first_found(terms, files=[], paths=[], skip=false, _subdir='')",
                            FileLookups::firstFound),
                    Lookup.of(
                            "password(terms, length=20, chars=none, encrypt=none, ident=none, seed=none)",
                            Password::run),
                    Lookup.of(
                            "template(terms, convert_data=none, template_vars=none, jinja2_native=none,"
                                    + " **kwargs)",
                            FileLookups::template),
                    Lookup.of("unvault(terms)", FileLookups::unvault));

    private FileLookups() {}

    private static List<@Nullable Object> file(FilterCall call) {
        var contents = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var name = Types.text(term, "path");
            var file =
                    ControllerFile.find(call.evaluation().surroundings(), "files", name)
                            .orElseThrow(() ->
                                    new PythonError(
                                            "AnsibleLookupError",
                                            "Unable to access the file '"
                                                    + name
                                                    + "'. Could not find or access the file"));
            var text = file.text();
            text = call.flag("lstrip") ? text.stripLeading() : text;
            contents.add(call.flag("rstrip") ? text.stripTrailing() : text);
        }
        return contents;
    }

    /** Unlike {@code file} it keeps white space at the end. */
    private static List<@Nullable Object> unvault(FilterCall call) {
        var contents = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var name = Types.text(term, "path");
            var file =
                    ControllerFile.find(call.evaluation().surroundings(), "files", name)
                            .orElseThrow(() ->
                                    new PythonError(
                                            "AnsibleLookupError",
                                            "Unable to find file matching \"" + name + "\""));
            contents.add(file.text());
        }
        return contents;
    }

    private static List<@Nullable Object> glob(FilterCall call) {
        var found = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var pattern = Types.text(term, "pattern");
            var name = pattern.lastIndexOf('/') + 1;
            places(call.evaluation().surroundings(), pattern.substring(0, name)).stream()
                    .map(place -> Glob.files(place, pattern.substring(name)))
                    .filter(files -> !files.isEmpty())
                    .findFirst()
                    .ifPresent(files -> files.forEach(file -> found.add(file.toString())));
        }
        return found;
    }

    private static List<Path> places(Surroundings surroundings, String folder) {
        if (folder.startsWith("/")) {
            return List.of(Path.of(folder));
        }
        var places = new ArrayList<Path>();
        for (var base : surroundings.searchPath()) {
            places.add(base.resolve("files").resolve(folder));
            places.add(base.resolve(folder));
        }
        return places;
    }

    private static List<@Nullable Object> firstFound(FilterCall call) {
        var skip = call.flag("skip");
        var names = new ArrayList<String>();
        var given = Terms.opened(call.list());
        var files = parts(call.get("files"));
        var paths = parts(call.get("paths"));
        for (var term : given) {
            if (term instanceof Map<?, ?> options) {
                skip |= Types.truth(options.get("skip"));
                names.addAll(joined(parts(options.get("paths")), parts(options.get("files"))));
            } else {
                names.addAll(joined(paths, List.of(Types.text(term, "file"))));
            }
        }
        if (given.isEmpty()) {
            names.addAll(joined(paths, files));
        }
        for (var name : names) {
            var file =
                    ControllerFile.find(
                            call.evaluation().surroundings(), call.text("_subdir"), name);
            if (file.isPresent()) {
                return new ArrayList<>(List.of(file.get().path().toString()));
            }
        }
        if (skip) {
            return new ArrayList<>();
        }
        throw new PythonError("AnsibleLookupError", "No file was found when using first_found.");
    }

    private static List<String> parts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        var values =
                value instanceof CharSequence text
                        ? List.of((Object[]) text.toString().split("[,;]"))
                        : Iteration.list(value);
        return values.stream().map(Text::of).map(String::strip).toList();
    }

    private static List<String> joined(List<String> paths, List<String> files) {
        if (paths.isEmpty()) {
            return files;
        }
        var joined = new ArrayList<String>();
        files.forEach(file -> paths.forEach(path -> joined.add(Paths.join(List.of(path, file)))));
        return joined;
    }

    private static List<@Nullable Object> template(FilterCall call) {
        var rendered = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var name = Types.text(term, "template");
            var file =
                    ControllerFile.find(call.evaluation().surroundings(), "templates", name)
                            .orElseThrow(() ->
                                    new PythonError(
                                            "AnsibleLookupError",
                                            "the template file "
                                                    + name
                                                    + " could not be found for the lookup"));
            var variables = call.get("template_vars") instanceof Map<?, ?> dict ? dict : Map.of();
            rendered.add(
                    call.evaluation()
                            .surroundings()
                            .renderText(
                                    new Surroundings.TemplateText(
                                            file.text(), file.path(), variables, call.named())));
        }
        return rendered;
    }
}
