package jplay.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScriptTextTests {
    @Test
    void leavesOutCommentsIndentationAndEmptyLines() {
        assertEquals(
                "a() {\nif b; then # it's c\nd '#e'\nfi\n}\n",
                condensed(
                        """
                        # what a does

                        a() {
                            # don't
                            if b; then # it's c
                                d '#e'
                            fi
                        }
                        """));
    }

    @Test
    void keepsStringsOverSeveralLines() {
        var text =
                """
                a='
                  # b

                  c'
                d="e\\"
                  # f'"
                g\\
                  h
                """;
        assertEquals(text, condensed(text));
    }

    @Test
    void keepsHereDocuments() {
        assertEquals(
                "cat <<END\n    # a 'b\n END\nEND\nc=$((1 << 2))\nd\n",
                condensed(
                        """
                        cat <<END
                            # a 'b
                         END
                        END
                        c=$((1 << 2))
                            d
                        """));
        assertEquals(
                "cat <<-'E' | b\n  x\n\tE\nd\n",
                condensed("    cat <<-'E' | b\n  x\n\tE\n    d\n"));
    }

    @Test
    void keepsAllOfWhatItDoesNotUnderstand() {
        var text = "a=\"$(b \"'\" # \n    c\n";
        assertEquals(text, condensed(text));
    }

    private static String condensed(String text) {
        return ScriptText.condensed(text);
    }
}
