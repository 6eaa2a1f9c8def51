package jplay.modules.files.text;

import java.util.List;
import java.util.Optional;
import jplay.value.PythonRegex;

/**
 * Where a line goes that is to be in a text.
 *
 * @param backrefs whether only a line that matches is replaced, and what it matched goes into the
 *     new one
 * @param first whether the first match counts instead of the last
 */
record LinePlace(
        WantedLine wanted,
        boolean backrefs,
        boolean first,
        Optional<Spot> before,
        Optional<Spot> after) {

    /**
     * A place in a text.
     *
     * @param edge whether it is the begin or the end of the text
     */
    record Spot(Optional<PythonRegex> expression, boolean edge) {
        static Spot of(String written, String edge) {
            return written.equals("EOF") || written.equals("BOF")
                    ? new Spot(Optional.empty(), written.equals(edge))
                    : new Spot(Optional.of(Lines.expression(written)), false);
        }
    }

    /** Puts it into the lines; says what was done. */
    String put(List<String> lines) {
        var found = matching(lines);
        if (found.isPresent()) {
            return replace(lines, found.get());
        }
        return backrefs || lines.stream().anyMatch(wanted::isLine) ? "" : add(lines);
    }

    private Optional<Integer> matching(List<String> lines) {
        var found = Optional.<Integer>empty();
        for (var i = 0; i < lines.size(); i++) {
            if (wanted.fits(lines.get(i)) && (found.isEmpty() || !first)) {
                found = Optional.of(i);
            }
        }
        return found;
    }

    private String replace(List<String> lines, int at) {
        var old = lines.get(at);
        var fresh = wanted.line().orElseThrow();
        if (backrefs) {
            var regex = wanted.expression().orElseThrow();
            var match = regex.matcher(old);
            fresh = match.find() ? regex.expand(match, fresh) : fresh;
        }
        fresh = fresh.endsWith("\n") ? fresh : fresh + "\n";
        if (fresh.equals(old)) {
            return "";
        }
        lines.set(at, fresh);
        return "line replaced";
    }

    private String add(List<String> lines) {
        var line = wanted.line().orElseThrow();
        var fresh = line.endsWith("\n") ? line : line + "\n";
        var at = place(lines);
        if (at < lines.size() && wanted.isLine(lines.get(at))) {
            return "";
        }
        if (at == lines.size()) {
            Lines.end(lines);
        }
        lines.add(at, fresh);
        return "line added";
    }

    private int place(List<String> lines) {
        if (before.isPresent() && before.get().edge()) {
            return 0;
        }
        if (before.isPresent() && before.get().expression().isPresent()) {
            return Lines.find(lines, before.get().expression().get(), first).orElse(lines.size());
        }
        if (after.isPresent() && after.get().expression().isPresent()) {
            return Lines.find(lines, after.get().expression().get(), first)
                    .map(i -> i + 1)
                    .orElse(lines.size());
        }
        return lines.size();
    }
}
