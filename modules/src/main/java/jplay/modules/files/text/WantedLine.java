package jplay.modules.files.text;

import java.util.Optional;
import jplay.value.PythonRegex;

/**
 * How a line is recognized: by an expression, else by a part of it, else as a whole.
 *
 * @param line also what is to be there
 */
record WantedLine(Optional<PythonRegex> expression, Optional<String> part, Optional<String> line) {

    boolean fits(String given) {
        if (expression.isPresent()) {
            return expression.get().matcher(given).find();
        }
        return part.isPresent() ? given.contains(part.get()) : isLine(given);
    }

    /** Whether a line is the wanted one, whatever ends it. */
    boolean isLine(String given) {
        return line.filter(Lines.bare(given)::equals).isPresent();
    }
}
