package jplay.modules.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import jplay.module.TaskFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlternativeNamesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "localhost | got 'localhost', want a kind and a name such as 'DNS:localhost' or"
                        + " 'IP:127.0.0.1'",
                "DNS: | got 'DNS:', want a kind and a name such as 'DNS:localhost' or"
                        + " 'IP:127.0.0.1'",
                "HOST:a | got 'HOST:a', want a kind and a name such as 'DNS:localhost' or"
                        + " 'IP:127.0.0.1'",
                "IP:300.1.1.1 | 'IP:300.1.1.1' is not a valid name",
            })
    void refusesWhatIsNoName(String name, String message) {
        var failure = assertThrows(TaskFailure.class, () -> AlternativeNames.parse(List.of(name)));
        assertEquals("subject_alt_name: " + message, failure.getMessage());
    }

    @Test
    void writesAnAddressInOneWay() {
        assertEquals(
                AlternativeNames.parse(List.of("IP:::1", "DNS:a")),
                AlternativeNames.parse(List.of("DNS:a", "IP:0:0:0:0:0:0:0:1", "DNS:a")));
    }

    @Test
    void takesEveryKind() {
        var names = List.of("DNS:a", "IP:10.0.0.1", "URI:spiffe://a/b", "email:a@b.c");
        assertEquals(names, AlternativeNames.parse(names).list());
    }
}
