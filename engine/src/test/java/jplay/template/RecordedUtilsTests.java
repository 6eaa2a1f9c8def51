package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jplay.diagnostic.Location;
import jplay.value.TemplateString;
import org.junit.jupiter.api.Test;

/**
 * The filters, tests and lookups of {@code ansible.utils} answer as those of version 6.0.0 did
 * under ansible-core 2.19.14, when {@code tests/templates/record_cases.py --oracle} recorded them.
 */
class RecordedUtilsTests {
    private static final String KEYS = "keys that are no texts fail";
    private static final String MESSAGE = "another text for the same mistake";
    private static final String FAULT = "fails by a fault of its own";

    /** What jplay does not copy, by id. */
    private static final Map<String, String> OTHERWISE =
            Map.ofEntries(
                    Map.entry("u-get_path-a0264e2", "a path may be several templates"),
                    Map.entry("u-get_path-d2a44c6", "a path's default is not used, as documented"),
                    Map.entry("u-to_paths-1aeff99", KEYS),
                    Map.entry("u-to_paths-422e345", KEYS),
                    Map.entry("u-to_xml-7a0c957", KEYS),
                    Map.entry("u-validate-179eab8", FAULT),
                    Map.entry("u-validate-3c129a0", FAULT),
                    Map.entry("u-validate-67c7cf6", "the engine may not be given by position"),
                    Map.entry("u-validate-8cf6f5a", "the criteria may not be given by name"),
                    Map.entry("u-validate-907c4f4", MESSAGE),
                    Map.entry("u-validate-caa4cee", MESSAGE),
                    Map.entry("u-validate-e2ba042", FAULT),
                    Map.entry("u-validate-fc68cdf", MESSAGE));

    @Test
    void answersAsAnsibleDid() {
        var cases = Corpus.recorded("recorded-utils.jsonl");
        assertTrue(cases.size() >= 2_000);

        var score = CorpusScore.of(cases);

        assertEquals(
                new TreeSet<>(OTHERWISE.keySet()),
                score.failingIds(),
                () -> String.join("\n", score.failing()));
    }

    @Test
    void answersToShortNamesAndToThoseOfTheOldCollection() {
        for (var name : List.of("ipaddr", "ansible.utils.ipaddr", "ansible.netcommon.ipaddr")) {
            assertEquals("10.0.0.1", render("{{ '10.0.0.1/8' | " + name + "('address') }}"));
        }
        assertEquals(true, render("{{ '10.0.0.1' is in_network '10.0.0.0/8' }}"));
        assertEquals(5L, render("{{ lookup('get_path', {'a': {'b': 5}}, 'a.b') }}"));
    }

    private static Object render(String template) {
        var place = Location.of("<test>");
        return JinjaTemplar.strict(_ -> {})
                .render(TemplateString.of(template, place), MapScope.of(Map.of()));
    }
}
