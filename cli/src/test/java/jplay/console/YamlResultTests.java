package jplay.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YamlResultTests {
    @Test
    void writesWhatPeopleRead() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("rc", 0L);
        values.put("cmd", List.of("echo", "yes"));
        values.put("stdout", "one\ntwo  \n\nthree\n");
        values.put("nothing", null);
        values.put("none", Map.of());
        values.put("deep", Map.of("list", List.of(Map.of("a", 1L, "b", "x\ny"))));
        assertEquals(
                """
                cmd:
                - echo
                - 'yes'
                deep:
                    list:
                    -   a: 1
                        b: |-
                            x
                            y
                none: {}
                nothing: null
                rc: 0
                stdout: |-
                    one
                    two

                    three\
                """,
                YamlResult.of(values));
    }
}
