package jplay.connection.ssh.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Spelling;
import jplay.module.TaskFailure;

/** What the command line of {@code ssh} would say, in its order: the first value wins. */
public final class GivenOptions {
    private static final String WITH_ARGUMENT = "BbcDEeFIiJLlmOoPpQRSWw";

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private Optional<String> file = Optional.empty();

    /** By lower-case keyword. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** What {@code -F} names. */
    public Optional<String> file() {
        return file;
    }

    /** As {@code -o keyword=value}. */
    public GivenOptions put(String keyword, String... words) {
        take(new Directive(keyword.toLowerCase(java.util.Locale.ROOT), List.of(words)));
        return this;
    }

    /**
     * Takes options as they stand on a command line.
     *
     * @throws TaskFailure when one is not known
     */
    public GivenOptions words(List<String> words) {
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (!word.startsWith("-") || word.length() < 2) {
                throw new TaskFailure(
                        "ssh arguments: got '%s', want options such as -o or -i".formatted(word));
            }
            letters(word.substring(1), rest);
        }
        return this;
    }

    private void letters(String letters, List<String> rest) {
        for (var i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            if (WITH_ARGUMENT.indexOf(letter) < 0) {
                plain(letter);
                continue;
            }
            var attached = letters.substring(i + 1);
            if (attached.isEmpty() && rest.isEmpty()) {
                throw new TaskFailure("ssh arguments: -%s wants a value".formatted(letter));
            }
            argument(letter, attached.isEmpty() ? rest.removeFirst() : attached);
            return;
        }
    }

    private void plain(char letter) {
        switch (letter) {
            case '4' -> put("addressfamily", "inet");
            case '6' -> put("addressfamily", "inet6");
            case 'C' -> put("compression", "yes");
            case 'A' -> put("forwardagent", "yes");
            case 'a' -> put("forwardagent", "no");
            default -> {
                if ("fGgKkMNnqsTtVvXxYy".indexOf(letter) < 0) {
                    throw new TaskFailure("ssh arguments: unknown option -" + letter);
                }
            }
        }
    }

    private void argument(char letter, String value) {
        switch (letter) {
            case 'o' -> option(value);
            case 'i' -> put("identityfile", value);
            case 'p' -> put("port", value);
            case 'l' -> put("user", value);
            case 'J' -> put("proxyjump", value);
            case 'F' -> file = file.or(() -> Optional.of(value));
            case 'b' -> put("bindaddress", value);
            case 'c' -> put("ciphers", value);
            case 'm' -> put("macs", value);
            case 'P' -> put("tag", value);
            case 'W' ->
                    throw new TaskFailure(
                            "ssh arguments: -W has no place here, use ProxyJump or ProxyCommand");
            default -> {
                // forwardings, escape characters and control commands do nothing for a task
            }
        }
    }

    private void option(String text) {
        var line =
                Directive.parse(text)
                        .orElseThrow(() -> new TaskFailure("ssh arguments: -o wants a value"));
        if (!Keywords.KNOWN.contains(line.keyword())) {
            throw new TaskFailure(
                    "ssh arguments: unknown option '%s'%s"
                            .formatted(
                                    line.keyword(),
                                    Spelling.didYouMean(line.keyword(), Keywords.KNOWN)));
        }
        if (line.arguments().isEmpty()) {
            throw new TaskFailure("ssh arguments: '%s' wants a value".formatted(text));
        }
        take(line);
    }

    private void take(Directive line) {
        var keyword = Keywords.current(line.keyword());
        if (Keywords.late(keyword, values)) {
            return;
        }
        if (Keywords.GATHERED.contains(keyword)) {
            var before = values.getOrDefault(keyword, List.of());
            values.put(keyword, Keywords.gathered(keyword, before, line.arguments()));
        } else {
            values.putIfAbsent(keyword, new ArrayList<>(line.arguments()));
        }
    }
}
