package jplay.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * Plays the cases of one module: each in a folder of its own, first with {@code --check}, then for
 * good, then once more; always with {@code --diff}.
 */
final class Stage {
    /** Name of the file with the password of what cases encrypt, and that password. */
    private static final String PASSWORD = "conformance";

    private static final Pattern ANSWER = Pattern.compile("answer (\\d+) ([A-Za-z0-9+/=]+)");
    private static final Pattern TASK = Pattern.compile("(?m)^TASK \\[case (\\d+)\\] \\**\n");
    private static final Pattern DIFF =
            Pattern.compile(
                    "(?ms)^(--- before.*?)^(?:(?:changed|ok|fatal|skipping|failed): \\[|\\[(?:WARNING|ERROR|DEPRECATION))");

    private final Path root;
    private final List<Case> cases;
    private final Map<String, Snapshot> before = new LinkedHashMap<>();

    Stage(Path root, List<Case> cases) {
        this.root = root;
        this.cases = cases;
    }

    /** What each case answered in the three runs, by its name. */
    Map<String, @Nullable Object> play(Program program) throws IOException {
        var answers = new TreeMap<String, @Nullable Object>();
        for (var each : cases) {
            var folder = Files.createDirectories(folder(each));
            var run = Shell.run(folder, each.given());
            if (run.status() != 0) {
                throw new IllegalStateException(each.name() + ": given: " + run.output());
            }
            answers.put(each.name(), new TreeMap<String, @Nullable Object>());
        }
        Files.writeString(root.resolve(PASSWORD), PASSWORD);
        var playbook = root.resolve("play.yml");
        Files.writeString(playbook, playbook());
        try (var web = new WebServer()) {
            turns(program, playbook, web.url(), answers);
        } finally {
            cases.forEach(each -> Shell.run(folder(each), each.after()));
        }
        return answers;
    }

    private void turns(
            Program program, Path playbook, String web, Map<String, @Nullable Object> answers) {
        for (var turn : List.of("check", "change", "again")) {
            cases.forEach(each -> before.put(each.name(), Snapshot.of(folder(each))));
            var options = new ArrayList<>(List.of("--diff", "-e", "web=" + web));
            options.addAll(List.of("--vault-password-file", PASSWORD));
            if (turn.equals("check")) {
                options.add("--check");
            }
            take(turn, program.run(playbook, options).replace(web, "@WEB@"), answers);
        }
    }

    private Path folder(Case each) {
        return root.resolve(String.valueOf(cases.indexOf(each)));
    }

    private String playbook() {
        var text = new StringBuilder("- hosts: all\n  gather_facts: false\n  tasks:\n");
        for (var each : cases) {
            var number = cases.indexOf(each);
            text.append("    - vars: {dir: '%s'}\n      block:\n".formatted(folder(each)))
                    .append("        - name: case %d\n".formatted(number))
                    .append(each.task().strip().indent(10))
                    .append("          register: result\n          ignore_errors: true\n")
                    .append("        - name: answer\n          debug:\n")
                    .append(
                            "            msg: 'answer %d {{ result | to_json | b64encode }}'\n"
                                    .formatted(number));
        }
        return text.toString();
    }

    private void take(String turn, String output, Map<String, @Nullable Object> answers) {
        var results = new LinkedHashMap<Integer, @Nullable Object>();
        var match = ANSWER.matcher(output);
        while (match.find()) {
            var json =
                    new String(Base64.getDecoder().decode(match.group(2)), StandardCharsets.UTF_8);
            results.put(
                    Integer.parseInt(match.group(1)),
                    Json.read(json.replaceAll("http://127\\.0\\.0\\.1:\\d{2,5}", "@WEB@")));
        }
        if (results.size() != cases.size()) {
            throw new IllegalStateException(
                    "%d of %d cases answered:\n%s".formatted(results.size(), cases.size(), output));
        }
        var shown = shown(output);
        for (var each : cases) {
            var number = cases.indexOf(each);
            var answer = new TreeMap<String, @Nullable Object>();
            answer.put("result", result(folder(each), results.get(number)));
            answer.put("diff", Masks.text(folder(each), shown.getOrDefault(number, "")));
            answer.put("files", Snapshot.of(folder(each)).since(before.get(each.name())));
            @SuppressWarnings("unchecked") // made by play
            var turns = (Map<String, @Nullable Object>) answers.get(each.name());
            turns.put(turn, answer);
        }
    }

    private static @Nullable Object result(Path folder, @Nullable Object result) {
        var masked = (Map<?, ?>) Masks.value(folder, result);
        var kept = new TreeMap<String, @Nullable Object>();
        masked.forEach((name, value) -> kept.put(name.toString(), value));
        List.of("diff", "exception", "warnings", "deprecations", "invocation")
                .forEach(kept::remove);
        kept.keySet().removeIf(name -> name.startsWith("_ansible"));
        return kept;
    }

    private static Map<Integer, String> shown(String output) {
        var shown = new LinkedHashMap<Integer, String>();
        var match = TASK.matcher(output);
        while (match.find()) {
            var next = output.indexOf("\nTASK [", match.end());
            var diff =
                    DIFF.matcher(output.substring(match.end(), next < 0 ? output.length() : next));
            if (diff.find()) {
                shown.put(Integer.parseInt(match.group(1)), diff.group(1).strip());
            }
        }
        return shown;
    }
}
