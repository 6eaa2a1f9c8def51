package jplay.connection.ssh.config;

import java.util.ArrayList;
import java.util.List;

/** How a written list of algorithms changes the default one. */
final class AlgorithmList {
    private AlgorithmList() {}

    static List<String> of(String written, List<String> defaults) {
        var names = HostOptions.commaWords(written.replaceFirst("^[-+^]", ""));
        return switch (written.isEmpty() ? ' ' : written.charAt(0)) {
            case '+' -> joined(defaults, names);
            case '^' -> joined(names, defaults);
            case '-' ->
                    defaults.stream().filter(name -> !PatternList.matches(names, name)).toList();
            default -> names;
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        second.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return List.copyOf(all);
    }
}
