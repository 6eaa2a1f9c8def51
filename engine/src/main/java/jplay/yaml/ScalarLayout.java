package jplay.yaml;

import jplay.value.Layout;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Tells how the text of a scalar lies in its source. */
final class ScalarLayout {
    private ScalarLayout() {}

    static Layout of(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case LITERAL ->
                    event.getStartMark()
                            .map(mark -> Layout.block(indentBelow(mark)))
                            .orElse(Layout.folded(true));
            case FOLDED -> Layout.folded(true);
            case PLAIN -> isOneLine(event) ? Layout.PLAIN : Layout.folded(false);
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE ->
                    isOneLine(event) ? Layout.QUOTED : Layout.folded(true);
        };
    }

    private static boolean isOneLine(ScalarEvent event) {
        return event.getStartMark()
                .map(Mark::getLine)
                .equals(event.getEndMark().map(Mark::getLine));
    }

    /** How far the first line below a block scalar's mark is from the margin. */
    private static int indentBelow(Mark mark) {
        var buffer = mark.getBuffer();
        var at = mark.getPointer();
        while (at < buffer.length && buffer[at] != '\n') {
            at++;
        }
        var start = ++at;
        while (at < buffer.length && buffer[at] == ' ') {
            at++;
        }
        return at - start;
    }
}
