package jplay.template.ansible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.expr.Surroundings;
import jplay.template.python.PythonError;

/**
 * Paths as Python's {@code os.path} treats them; relative ones are those of the playbook's folder.
 */
public final class Paths {
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+|\\{[^}]*\\})");
    private static final Path PASSWORDS = Path.of("/etc/passwd");

    private Paths() {}

    /** The last part. */
    public static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All but the last part. */
    public static String directory(String path) {
        var head = path.substring(0, path.lastIndexOf('/') + 1);
        var bare = head.replaceFirst("/+$", "");
        return bare.isEmpty() ? head : bare;
    }

    /** Parts put together; one that begins with a slash starts anew. */
    public static String join(List<String> parts) {
        if (parts.isEmpty()) {
            throw PythonError.type("join() missing 1 required positional argument: 'a'");
        }
        var path = parts.getFirst();
        for (var part : parts.subList(1, parts.size())) {
            if (part.startsWith("/")) {
                path = part;
            } else {
                path += (path.isEmpty() || path.endsWith("/") ? "" : "/") + part;
            }
        }
        return path;
    }

    /**
     * Without {@code .}, {@code ..} and doubled slashes, as far as that can be told without
     * looking.
     */
    public static String normal(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        var root =
                path.startsWith("//") && !path.startsWith("///")
                        ? "//"
                        : path.startsWith("/") ? "/" : "";
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                parts.add(part);
            } else if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (root.isEmpty()) {
                parts.add(part);
            }
        }
        var normal = root + String.join("/", parts);
        return normal.isEmpty() ? "." : normal;
    }

    /** The folder that relative paths start from. */
    public static Path workingFolder(Surroundings surroundings) {
        return surroundings.searchPath().isEmpty()
                ? Path.of("").toAbsolutePath()
                : surroundings.searchPath().getLast().toAbsolutePath();
    }

    /** A path as a file of the playbook's folder. */
    public static Path file(Surroundings surroundings, String path) {
        return workingFolder(surroundings).resolve(path);
    }

    /** The absolute path with links resolved, as far as it exists. */
    public static String real(Surroundings surroundings, String path) {
        var known = workingFolder(surroundings);
        var absolute = path.startsWith("/") ? path : known + "/" + path;
        var result = Path.of("/");
        for (var part : absolute.split("/", -1)) {
            if (part.equals("..")) {
                result = Optional.ofNullable(result.getParent()).orElse(result);
            } else if (!part.isEmpty() && !part.equals(".")) {
                result = resolved(result.resolve(part));
            }
        }
        return result.toString();
    }

    private static Path resolved(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            return path;
        }
    }

    /** The way from one path to another. */
    public static String relative(Surroundings surroundings, String path, String start) {
        if (path.isEmpty()) {
            throw PythonError.value("no path specified");
        }
        var folder = workingFolder(surroundings).toString();
        var from = Path.of(normal(join(List.of(folder, start))));
        var to = Path.of(normal(join(List.of(folder, path))));
        var way = from.relativize(to).toString();
        return way.isEmpty() ? "." : way;
    }

    /** What all paths begin with. */
    public static String common(List<String> paths) {
        if (paths.isEmpty()) {
            throw PythonError.value("commonpath() arg is an empty sequence");
        }
        var absolute = paths.stream().filter(path -> path.startsWith("/")).count();
        if (absolute != 0 && absolute != paths.size()) {
            throw PythonError.value("Can't mix absolute and relative paths");
        }
        List<String> shared = null;
        for (var path : paths) {
            var parts = new ArrayList<>(List.of(path.split("/")));
            parts.removeIf(part -> part.isEmpty() || part.equals("."));
            shared = shared == null ? parts : shared.subList(0, sharedCount(shared, parts));
        }
        return (absolute > 0 ? "/" : "") + String.join("/", shared);
    }

    private static int sharedCount(List<String> left, List<String> right) {
        var count = 0;
        while (count < Math.min(left.size(), right.size())
                && left.get(count).equals(right.get(count))) {
            count++;
        }
        return count;
    }

    /** With a leading {@code ~} or {@code ~user} replaced by the home folder. */
    public static String expandUser(String path) {
        if (!path.startsWith("~")) {
            return path;
        }
        var end = path.indexOf('/');
        var user = path.substring(1, end < 0 ? path.length() : end);
        var rest = end < 0 ? "" : path.substring(end);
        var home = user.isEmpty() ? Optional.of(System.getProperty("user.home")) : home(user);
        return home.map(folder -> folder.replaceFirst("/+$", "") + rest)
                .map(expanded -> expanded.isEmpty() ? "/" : expanded)
                .orElse(path);
    }

    private static Optional<String> home(String user) {
        try (var lines = Files.lines(PASSWORDS)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 5 && fields[0].equals(user))
                    .map(fields -> fields[5])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** With {@code $NAME} and {@code ${NAME}} replaced where they are set. */
    public static String expandVariables(
            String path, Function<String, Optional<String>> environment) {
        return VARIABLE.matcher(path)
                .replaceAll(match -> {
                    var name = match.group(1).replaceAll("[{}]", "");
                    return Matcher.quoteReplacement(environment.apply(name).orElse(match.group()));
                });
    }
}
