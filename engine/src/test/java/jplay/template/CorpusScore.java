package jplay.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jplay.template.python.PythonError;
import jplay.template.python.Text;

/**
 * Runs the corpus in both profiles and tells what passes: {@code CorpusScore [FILE]}. Exits with 1
 * when anything does not.
 */
final class CorpusScore {
    private final Map<String, int[]> rates = new TreeMap<>();
    private final List<String> failing = new ArrayList<>();

    /** How many passed, of how many. */
    record Rate(int passed, int asked) {
        double percent() {
            return asked == 0 ? 100 : 100.0 * passed / asked;
        }
    }

    static CorpusScore of(List<Corpus.Case> cases) {
        var score = new CorpusScore();
        for (var record : cases) {
            record.answer(true)
                    .ifPresent(answer ->
                            score.count(
                                    new Asked("plain", record, answer),
                                    wrongPlain(record, answer)));
            record.answer(false)
                    .ifPresent(answer ->
                            score.count(
                                    new Asked("ansible", record, answer),
                                    wrongAnsible(record, answer)));
            if (record.fields().get("when") instanceof Map<?, ?> answer) {
                score.count(new Asked("when", record, answer), wrongWhen(record, answer));
            }
        }
        return score;
    }

    private void count(Asked asked, Optional<String> wrong) {
        var rate =
                rates.computeIfAbsent(
                        asked.profile() + " " + asked.record().category(), _ -> new int[2]);
        rate[0] += wrong.isEmpty() ? 1 : 0;
        rate[1]++;
        wrong.ifPresent(got -> failing.add(asked.told(got)));
    }

    /** One case in one profile. */
    private record Asked(String profile, Corpus.Case record, Map<?, ?> answer) {
        String told(String got) {
            var expected =
                    answer.containsKey("expected")
                            ? Text.repr(answer.get("expected"))
                            : "error: " + answer.get("expected_error");
            return "%s %s: %s%n    expected %s%n    got      %s"
                    .formatted(profile, record.id(), Text.repr(record.template()), expected, got);
        }
    }

    private static Optional<String> wrongPlain(Corpus.Case record, Map<?, ?> answer) {
        try {
            var actual = PlainProfile.answer(record);
            var right =
                    answer.containsKey("expected")
                            && CorpusValues.same(answer.get("expected"), actual);
            return right ? Optional.empty() : Optional.of(Text.repr(actual));
        } catch (PythonError e) {
            return answer.containsKey("expected_error")
                    ? Optional.empty()
                    : Optional.of("error: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("broken: " + e);
        }
    }

    private static Optional<String> wrongAnsible(Corpus.Case record, Map<?, ?> answer) {
        try {
            return AnsibleProfile.wrong(record, answer);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("broken: " + e);
        }
    }

    /** The condition of {@code {% if C %}True{% else %}False{% endif %}} alone. */
    private static Optional<String> wrongWhen(Corpus.Case record, Map<?, ?> answer) {
        var fields = new java.util.HashMap<Object, Object>(record.fields());
        fields.put("mode", "when");
        fields.put(
                "template",
                record.template()
                        .replaceFirst("^\\{% if ", "")
                        .replaceFirst(" %\\}True\\{% else %\\}False\\{% endif %\\}$", ""));
        return wrongAnsible(new Corpus.Case(fields), answer);
    }

    /** The rate of all categories of a profile that begin so. */
    Rate rate(String prefix) {
        var sum = new int[2];
        rates.forEach((name, rate) -> {
            if (name.startsWith(prefix)) {
                sum[0] += rate[0];
                sum[1] += rate[1];
            }
        });
        return new Rate(sum[0], sum[1]);
    }

    /** The rate of one category. */
    Rate rateOf(String category) {
        var rate = rates.getOrDefault(category, new int[2]);
        return new Rate(rate[0], rate[1]);
    }

    List<String> failing() {
        return failing;
    }

    /** Ids of the cases that fail. */
    SortedSet<String> failingIds() {
        return failing.stream()
                .map(told -> told.replaceFirst("^\\w+ ([^:]+):(?s:.*)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var file = arguments.length > 0 ? Path.of(arguments[0]) : Corpus.file();
        var score = of(Corpus.read(file));
        score.failing.forEach(System.out::println);
        score.rates.forEach(
                (name, rate) -> System.out.printf("%-30s %5d of %5d%n", name, rate[0], rate[1]));
        var all = score.rate("");
        System.out.println(all.passed() + " of " + all.asked() + " pass");
        System.exit(all.passed() == all.asked() ? 0 : 1);
    }
}
