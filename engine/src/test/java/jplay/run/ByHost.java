package jplay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What each host did, one after the other, where hosts do not wait for each other. */
final class ByHost {
    private static final Pattern RESULT = Pattern.compile("\\w+: \\[(\\w+).*");
    private static final Pattern INCLUDED = Pattern.compile("(included: \\S+) for (.*)");

    private final Map<String, List<String>> hosts = new TreeMap<>();
    private final List<String> rest = new ArrayList<>();
    private String play = "";
    private String task = "";

    private ByHost() {}

    static String of(String text) {
        var sorted = new ByHost();
        text.lines().forEach(sorted::take);
        sorted.hosts.values().forEach(sorted.rest::addAll);
        return String.join("\n", sorted.rest) + "\n";
    }

    private void take(String line) {
        var result = RESULT.matcher(line);
        var included = INCLUDED.matcher(line);
        if (included.matches()) {
            Pattern.compile(", ")
                    .splitAsStream(included.group(2))
                    .forEach(host -> add(host, included.group(1)));
        } else if (result.matches()) {
            add(result.group(1), line);
        } else if (line.startsWith("PLAY [")) {
            play = line;
        } else if (line.startsWith("TASK") || line.startsWith("RUNNING")) {
            task = line;
        } else {
            rest.add(line);
        }
    }

    private void add(String host, String line) {
        hosts.computeIfAbsent(host, _ -> new ArrayList<>()).add(String.join(" ", play, task, line));
    }
}
