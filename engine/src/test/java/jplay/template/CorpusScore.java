package jplay.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.template.python.PythonError;

/** Runs the corpus in both profiles and tells what passes: {@code CorpusScore [FILE]}. */
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
                    .ifPresent(answer -> score.count("plain", record, passesPlain(record, answer)));
            record.answer(false)
                    .ifPresent(answer ->
                            score.count("ansible", record, passesAnsible(record, answer)));
            if (record.fields().get("when") instanceof Map<?, ?> answer) {
                score.count("when", record, passesWhen(record, answer));
            }
        }
        return score;
    }

    private void count(String profile, Corpus.Case record, boolean passed) {
        var rate = rates.computeIfAbsent(profile + " " + record.category(), _ -> new int[2]);
        rate[0] += passed ? 1 : 0;
        rate[1]++;
        if (!passed) {
            failing.add(profile + " " + record.id());
        }
    }

    private static boolean passesPlain(Corpus.Case record, Map<?, ?> answer) {
        try {
            var actual = PlainProfile.answer(record);
            return answer.containsKey("expected")
                    && CorpusValues.same(answer.get("expected"), actual);
        } catch (PythonError e) {
            return answer.containsKey("expected_error");
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private static boolean passesAnsible(Corpus.Case record, Map<?, ?> answer) {
        try {
            return AnsibleProfile.passes(record, answer);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** The condition of {@code {% if C %}True{% else %}False{% endif %}} alone. */
    private static boolean passesWhen(Corpus.Case record, Map<?, ?> answer) {
        var fields = new java.util.HashMap<Object, Object>(record.fields());
        fields.put("mode", "when");
        fields.put(
                "template",
                record.template()
                        .replaceFirst("^\\{% if ", "")
                        .replaceFirst(" %\\}True\\{% else %\\}False\\{% endif %\\}$", ""));
        return passesAnsible(new Corpus.Case(fields), answer);
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

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var file = arguments.length > 0 ? Path.of(arguments[0]) : Corpus.file();
        var score = of(Corpus.read(file));
        score.failing.forEach(System.out::println);
        score.rates.forEach(
                (name, rate) -> System.out.printf("%-30s %5d of %5d%n", name, rate[0], rate[1]));
        var all = score.rate("");
        System.out.println(all.passed() + " of " + all.asked() + " pass");
    }
}
