package jplay.template;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Python answers; the floors are what was reached and must never sink. */
class CorpusTests {
    private static CorpusScore score;
    private static boolean sample;

    @BeforeAll
    static void runCorpus() {
        var file = Corpus.file();
        sample = file.toString().contains("sample");
        score = CorpusScore.of(Corpus.read(file));
    }

    private static void atLeast(double floor, String categories) {
        check(floor, categories, score.rate(categories));
    }

    private static void exactly(double floor, String category) {
        check(floor, category, score.rateOf(category));
    }

    private static void check(double floor, String categories, CorpusScore.Rate rate) {
        var wanted = sample ? 100 : floor;
        assertTrue(
                rate.percent() >= wanted,
                () ->
                        "%s: %d of %d pass, %.2f %%, want %.2f %%; failing: %s"
                                .formatted(
                                        categories,
                                        rate.passed(),
                                        rate.asked(),
                                        rate.percent(),
                                        wanted,
                                        score.failing()));
    }

    @Test
    void plainJinjaAnswersAsPythonDoes() {
        atLeast(99.9, "plain ");
    }

    @Test
    void everyRealTemplateAnswersAsPlainJinjaDoes() {
        atLeast(100, "plain r-");
    }

    @Test
    void everyRealTemplateWithoutPluginsAnswersAsAnsibleDoes() {
        for (var category : List.of("r-cond", "r-expr", "r-j2", "r-text")) {
            exactly(100, "ansible " + category);
        }
    }

    @Test
    void theCoreLanguageAnswersAsAnsibleDoes() {
        for (var category : List.of("t-", "undef", "tests", "syntax-errors", "lit", "filters")) {
            atLeast(99.9, "ansible " + category);
        }
    }

    @Test
    void everyRealConditionHoldsAsInAnsible() {
        atLeast(99.6, "when ");
    }

    @Test
    void realTemplatesWithPluginsAnswerAsAnsibleDoes() {
        exactly(99.1, "ansible r-cond-ansible");
        exactly(100, "ansible r-expr-ansible");
        exactly(100, "ansible r-j2-ansible");
        exactly(100, "ansible r-text-ansible");
    }

    @Test
    void rulesOfAnsibleHold() {
        for (var rule :
                List.of("native", "omit", "trust", "undef", "sandbox", "escape", "templar")) {
            atLeast(100, "ansible a-" + rule);
        }
    }

    @Test
    void filtersOfAnsibleAnswerAsAnsibleDoes() {
        atLeast(100, "ansible a-filter");
        atLeast(100, "ansible a-data");
        atLeast(100, "ansible a-num");
        atLeast(100, "ansible a-str");
    }

    @Test
    void testsOfAnsibleAnswerAsAnsibleDoes() {
        atLeast(100, "ansible a-test");
    }

    @Test
    void addressesAndTreesAnswerAsAnsibleDoes() {
        atLeast(100, "ansible a-utils");
    }

    @Test
    void lookupsAnswerAsAnsibleDoes() {
        atLeast(100, "ansible a-lookup");
    }

    @Test
    void communityGeneralAnswersAsAnsibleDoes() {
        atLeast(100, "ansible a-general");
    }
}
