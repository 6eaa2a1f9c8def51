package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random templates over random values answer as ansible-core 2.19.14 did when {@code
 * tests/templates/record_cases.py} recorded them.
 */
class RecordedTemplatesTests {
    private static final String MARKUP =
            "text that was escaped for HTML stays marked as such in parts and containers of Python";
    private static final String NONE_AS_URL = "urlsplit(None) is a structure of bytes and methods";

    /** What jplay does not copy, by id. */
    private static final Map<String, String> OTHERWISE =
            Map.ofEntries(
                    Map.entry("random-1002793", "sum of one undefined number is not looked at"),
                    Map.entry("random-1005285", MARKUP),
                    Map.entry("random-1020003", MARKUP),
                    Map.entry("random-1020468", MARKUP),
                    Map.entry("random-1022629", "'text' % something that failed is the text"),
                    Map.entry("random-1030506", "pprint breaks long texts"),
                    Map.entry("random-1032040", "lists of a template have no YAML anchors"),
                    Map.entry("random-1036520", NONE_AS_URL),
                    Map.entry("random-1036705", MARKUP),
                    Map.entry("random-1037972", MARKUP),
                    Map.entry("random-1040149", MARKUP),
                    Map.entry("random-1043491", MARKUP),
                    Map.entry("random-1044093", "union of a dict and a list fails"));

    @Test
    void answersAsAnsibleDid() {
        var cases = Corpus.recorded("recorded-templates.jsonl");
        assertTrue(cases.size() >= 20_000);

        var score = CorpusScore.of(cases);

        assertEquals(
                new TreeSet<>(OTHERWISE.keySet()),
                score.failingIds(),
                () -> String.join("\n", score.failing()));
    }
}
