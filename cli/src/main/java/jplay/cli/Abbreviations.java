package jplay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Long options may be cut short as long as it is plain which one is meant. */
record Abbreviations(CommandSpec command) {
    /** The same words with whole options. */
    List<String> expand(List<String> words) {
        var whole = new ArrayList<String>();
        for (var word : words) {
            if (word.equals("--")) {
                whole.addAll(words.subList(whole.size(), words.size()));
                break;
            }
            whole.add(expand(word));
        }
        return whole;
    }

    private String expand(String word) {
        var name = word.split("=", 2)[0];
        if (!name.startsWith("--") || command.findOption(name) != null) {
            return word;
        }
        var meant =
                command.options().stream()
                        .filter(option ->
                                List.of(option.names()).stream()
                                        .anyMatch(each -> each.startsWith(name)))
                        .map(option -> option.longestName())
                        .collect(Collectors.toSet());
        return meant.size() == 1 ? meant.iterator().next() + word.substring(name.length()) : word;
    }
}
