package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import jplay.template.ansible.Glob;
import jplay.template.ansible.Paths;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters on paths of files. */
final class PathFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("basename(path)", call -> Paths.base(path(call))),
                    filter("commonpath(paths)", PathFilters::commonPath),
                    filter("dirname(path)", call -> Paths.directory(path(call))),
                    filter("expanduser(path)", call -> Paths.expandUser(path(call))),
                    filter(
                            "expandvars(path)",
                            call ->
                                    Paths.expandVariables(
                                            path(call),
                                            call.evaluation().surroundings()::environment)),
                    filter("fileglob(pattern)", PathFilters::glob),
                    filter("normpath(path)", call -> Paths.normal(path(call))),
                    filter("path_join(paths)", PathFilters::join),
                    filter(
                            "realpath(path)",
                            call -> Paths.real(call.evaluation().surroundings(), path(call))),
                    filter(
                            "relpath(path, start='.')",
                            call ->
                                    Paths.relative(
                                            call.evaluation().surroundings(),
                                            path(call),
                                            call.text("start"))),
                    filter("splitext(path)", call -> splitExtension(path(call))),
                    filter("win_basename(path)", call -> WindowsPaths.base(path(call))),
                    filter("win_dirname(path)", call -> WindowsPaths.directory(path(call))),
                    filter("win_splitdrive(path)", call -> WindowsPaths.splitDrive(path(call))));

    private PathFilters() {}

    private static String path(FilterCall call) {
        Undefined.refuse(call.value());
        if (call.value() instanceof CharSequence text) {
            return text.toString();
        }
        throw PythonError.type(
                "expected str, bytes or os.PathLike object, not " + Types.name(call.value()));
    }

    private static Object glob(FilterCall call) {
        var pattern = path(call);
        var folder = Paths.workingFolder(call.evaluation().surroundings());
        var found = new ArrayList<@Nullable Object>();
        Glob.paths(folder, pattern).stream()
                .filter(Files::isRegularFile)
                .map(file -> pattern.startsWith("/") ? file : folder.relativize(file))
                .forEach(file -> found.add(file.toString()));
        return found;
    }

    private static String commonPath(FilterCall call) {
        if (!Types.isSequence(call.value())) {
            throw PythonError.type(
                    "|commonpath expects sequence, got " + Types.name(call.value()) + " instead.");
        }
        return Paths.common(texts(call.list()));
    }

    private static List<String> texts(List<@Nullable Object> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(Types.text(value, "path")));
        return texts;
    }

    private static String join(FilterCall call) {
        if (call.value() instanceof CharSequence) {
            return call.text();
        }
        if (!Types.isSequence(call.value())) {
            throw PythonError.type(
                    "|path_join expects string or sequence, got "
                            + Types.name(call.value())
                            + " instead.");
        }
        return Paths.join(texts(Iteration.list(call.value())));
    }

    private static Tuple splitExtension(String path) {
        var base = Paths.base(path);
        var dot = base.lastIndexOf('.');
        var leading = base.length() - base.replaceFirst("^\\.+", "").length();
        if (dot < leading) {
            return Tuple.of(path, "");
        }
        var at = path.length() - base.length() + dot;
        return Tuple.of(path.substring(0, at), path.substring(at));
    }
}
