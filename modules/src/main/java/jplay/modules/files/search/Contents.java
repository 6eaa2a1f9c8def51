package jplay.modules.files.search;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.module.Remote;
import jplay.module.TaskFailure;
import jplay.value.PythonRegex;

/**
 * Which files have a certain content. The host looks itself where its grep understands the
 * expression; else the files are looked through here.
 */
record Contents(Find find) {
    /** What Python's expressions have and grep's have not, or otherwise. */
    private static final Pattern PYTHON_ONLY =
            Pattern.compile(
                    "\\(\\?|[*+?}][?+]|\\\\[^.*+?()\\[\\]{}|^$\\\\/-]|\\[[^\\]]*\\\\|\\[\\]");

    List<Found> matching(Remote remote, List<Found> files) {
        var expression = find.contains().orElseThrow();
        if (files.isEmpty()) {
            return files;
        }
        var simple =
                !find.readWholeFile()
                        && find.encoding().isEmpty()
                        && !PYTHON_ONLY.matcher(expression).find()
                        && expression.chars().allMatch(c -> c < 128 && c != '\n');
        return simple ? byHost(remote, files, expression) : here(remote, files, expression);
    }

    private static List<Found> byHost(Remote remote, List<Found> files, String expression) {
        var words = new ArrayList<>(List.of("^(" + expression + ")"));
        files.forEach(each -> words.add(each.path()));
        var told = remote.look(Find.call("find_matching", words));
        return told.outputText().lines().map(line -> files.get(Integer.parseInt(line))).toList();
    }

    private List<Found> here(Remote remote, List<Found> files, String expression) {
        var regex = compiled(expression);
        var told =
                remote.look(Find.call("find_contents", files.stream().map(Found::path).toList()));
        var chosen = new ArrayList<Found>();
        var bytes = told.output();
        var at = 0;
        for (var file : files) {
            var end = at;
            while (bytes[end] != '\n') {
                end++;
            }
            var size = Integer.parseInt(new String(bytes, at, end - at, StandardCharsets.US_ASCII));
            if (matches(regex, new String(bytes, end + 1, size, charset()))) {
                chosen.add(file);
            }
            at = end + 1 + size;
        }
        return chosen;
    }

    private static PythonRegex compiled(String expression) {
        try {
            return PythonRegex.compile(expression, Set.of());
        } catch (PythonRegex.Mistake e) {
            throw new TaskFailure("contains: " + e.getMessage());
        }
    }

    private boolean matches(PythonRegex regex, String text) {
        if (find.readWholeFile()) {
            return regex.matcher(text).find();
        }
        return List.of(text.split("(?<=\n)")).stream()
                .anyMatch(line -> regex.matcher(line).lookingAt());
    }

    private Charset charset() {
        try {
            return Optional.of(find.encoding().orElse("utf-8")).map(Charset::forName).get();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TaskFailure("encoding: got '%s'".formatted(find.encoding().orElse("")));
        }
    }
}
