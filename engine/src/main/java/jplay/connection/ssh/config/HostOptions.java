package jplay.connection.ssh.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.module.TaskFailure;

/** What OpenSSH's configuration says about one host, by keyword in any case. */
public final class HostOptions {
    private static final Pattern TIME = Pattern.compile("(\\d+)([smhdwSMHDW]?)");

    private final Query query;
    private final Map<String, List<String>> values;

    HostOptions(Query query, Map<String, List<String>> values) {
        this.query = query;
        this.values = Map.copyOf(values);
    }

    /** The host as it was named. */
    public String alias() {
        return query.host();
    }

    /** The only file that was read, when one was named. */
    public Optional<String> file() {
        return query.file();
    }

    /** Where it really is; in small letters, as OpenSSH writes names. */
    public String hostname() {
        return text("HostName")
                .map(new Tokens(query)::replaced)
                .orElse(query.host())
                .toLowerCase(Locale.ROOT);
    }

    /** The port of its ssh server. */
    public int port() {
        return number("Port", 22);
    }

    /** Who logs in there. */
    public String user() {
        return text("User").orElse(query.user().name());
    }

    /** Who runs jplay. */
    public Query.LocalUser localUser() {
        return query.user();
    }

    /** What {@code %h} and its like stand for. */
    public Tokens tokens() {
        return new Tokens(query)
                .put('h', hostname())
                .put('p', String.valueOf(port()))
                .put('r', user())
                .put('k', text("HostKeyAlias").orElse(query.host()))
                .put('j', text("ProxyJump").orElse(""));
    }

    /** The words behind a keyword; none when it is not given. */
    public List<String> list(String keyword) {
        return values.getOrDefault(keyword.toLowerCase(Locale.ROOT), List.of());
    }

    /** The one word behind a keyword, or all of them as they were written. */
    public Optional<String> text(String keyword) {
        var words = list(keyword);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /** A word of those that mean yes or no. */
    public boolean flag(String keyword, boolean orElse) {
        return text(keyword)
                .map(word ->
                        switch (word.toLowerCase(Locale.ROOT)) {
                            case "yes", "true" -> true;
                            case "no", "false" -> false;
                            default -> throw wrong(keyword, word, "yes or no");
                        })
                .orElse(orElse);
    }

    /** A whole number. */
    public int number(String keyword, int orElse) {
        return text(keyword)
                .map(word -> {
                    if (!word.matches("\\d{1,9}")) {
                        throw wrong(keyword, word, "a number");
                    }
                    return Integer.parseInt(word);
                })
                .orElse(orElse);
    }

    /** A time such as {@code 90}, {@code 5m} or {@code 1h30m}; none when it is not given. */
    public Optional<Duration> time(String keyword) {
        return text(keyword)
                .filter(word -> !word.equals("none"))
                .map(word -> {
                    if (!word.matches("(?:\\d{1,9}[smhdwSMHDW]?)+")) {
                        throw wrong(keyword, word, "a time such as 10 or 5m");
                    }
                    return TIME.matcher(word)
                            .results()
                            .map(part -> seconds(Long.parseLong(part.group(1)), part.group(2)))
                            .reduce(Duration.ZERO, Duration::plus);
                });
    }

    private static Duration seconds(long number, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(7 * number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** Paths behind a keyword, with their tokens replaced; none when it says {@code none}. */
    public List<String> paths(String keyword, List<String> orElse) {
        var written = list(keyword).isEmpty() ? orElse : list(keyword);
        var tokens = tokens();
        return written.stream().filter(path -> !path.equals("none")).map(tokens::path).toList();
    }

    /**
     * A list of algorithms: as it is written, or the default with some added ({@code +}), removed
     * ({@code -}) or put first ({@code ^}).
     */
    public List<String> algorithms(String keyword, List<String> defaults) {
        return text(keyword).map(written -> AlgorithmList.of(written, defaults)).orElse(defaults);
    }

    private TaskFailure wrong(String keyword, String got, String want) {
        return new TaskFailure(
                "ssh option %s for %s: got '%s', want %s".formatted(keyword, alias(), got, want));
    }

    /** Words between commas. */
    public static List<String> commaWords(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
