package jplay.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTests {
    @Test
    void writesAsPythonDoes() {
        var map = new LinkedHashMap<String, Object>();
        map.put("b", Arrays.asList(1L, null, 1.0, 1e30, true));
        map.put("a", "x\"\u001b\n\u00e9");
        assertEquals(
                "{\"b\": [1, null, 1.0, 1e+30, true], \"a\": \"x\\\"\\u001b\\n\u00e9\"}",
                Json.write(map, Json.Style.PLAIN));
        assertEquals(
                """
                {
                    "a": {},
                    "b": [
                        1
                    ]
                }\
                """,
                Json.write(Map.of("b", List.of(1L), "a", Map.of()), Json.Style.SORTED_INDENTED));
    }

    @Test
    void readsWhatItWrites() {
        var text = "{\"a\": [1, 2.5, null, true, \"x\", 18446744073709551615], \"b\": {}}";
        assertEquals(text, Json.write(Json.read(text), Json.Style.PLAIN));
    }

    @Test
    void saysWhereAMistakeIs() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Json.read("{\"a\": ]}"));
        assertEquals(
                true,
                thrown.getMessage().startsWith("no JSON at line 1, column "),
                thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Json.read("1 2"));
    }
}
