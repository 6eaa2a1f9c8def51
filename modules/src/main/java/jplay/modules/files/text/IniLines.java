package jplay.modules.files.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines of an INI file while an option of it is changed. */
final class IniLines {
    private static final Pattern HEAD = Pattern.compile("^\\s*\\[(.*)\\]\\s*$");
    private final List<String> lines;
    private boolean changed;

    private IniLines(List<String> lines) {
        this.lines = lines;
    }

    static IniLines of(String text) {
        var lines = new ArrayList<>(Lines.of(text));
        Lines.end(lines);
        return new IniLines(lines);
    }

    String text() {
        return String.join("", lines);
    }

    /** A part of the file: from the line behind its head to the line behind its end. */
    private record Part(int head, int begin, int end) {}

    /** Changes it; says what was done, OK when nothing was. */
    String edit(IniFile wanted) {
        var part = part(wanted);
        if (wanted.state() == IniFile.State.ABSENT) {
            return part.isEmpty() ? "OK" : remove(wanted, part.get());
        }
        return part.isEmpty() ? addSection(wanted) : set(wanted, part.get());
    }

    private Optional<Part> part(IniFile wanted) {
        if (wanted.section().isEmpty() || wanted.section().get().isEmpty()) {
            return Optional.of(new Part(-1, 0, next(0)));
        }
        return IntStream.range(0, lines.size())
                .filter(at -> isHead(at, wanted.section().get()))
                .mapToObj(at -> new Part(at, at + 1, next(at + 1)))
                .filter(part -> has(part, wanted.marks()))
                .findFirst();
    }

    private boolean isHead(int at, String section) {
        var head = HEAD.matcher(Lines.bare(lines.get(at)));
        return head.matches() && head.group(1).equals(section);
    }

    private int next(int from) {
        for (var at = from; at < lines.size(); at++) {
            if (HEAD.matcher(Lines.bare(lines.get(at))).matches()) {
                return at;
            }
        }
        return lines.size();
    }

    private boolean has(Part part, Map<String, List<String>> marks) {
        return marks.entrySet().stream()
                .allMatch(mark -> {
                    var found =
                            options(part, mark.getKey(), false).stream()
                                    .map(at -> IniLine.of(lines.get(at)).value().orElse(""))
                                    .toList();
                    return !found.isEmpty() && found.containsAll(mark.getValue());
                });
    }

    /** The lines of an option; comments that have it too, when asked for. */
    private List<Integer> options(Part part, String name, boolean comments) {
        var found = new ArrayList<Integer>();
        for (var at = part.begin(); at < part.end(); at++) {
            var line = IniLine.of(lines.get(at));
            if (line.name().equals(name) && (comments || !line.comment())) {
                found.add(at);
            }
        }
        return found;
    }

    private String remove(IniFile wanted, Part part) {
        if (wanted.option().isEmpty()) {
            if (part.head() < 0) {
                return "OK";
            }
            lines.subList(part.head(), part.end()).clear();
            return "section removed";
        }
        var gone =
                options(part, wanted.option().get(), false).stream()
                        .filter(at -> wanted.exclusive() || isWanted(wanted, at))
                        .toList();
        gone.reversed().forEach(at -> lines.remove((int) at));
        return gone.isEmpty() ? "OK" : "option changed";
    }

    private boolean isWanted(IniFile wanted, int at) {
        var value = IniLine.of(lines.get(at)).value();
        return wanted.wanted().isEmpty()
                ? value.isEmpty()
                : value.filter(wanted.wanted()::contains).isPresent();
    }

    private String addSection(IniFile wanted) {
        if (lines.isEmpty()) {
            lines.add("\n");
        }
        lines.add("[" + wanted.section().orElseThrow() + "]\n");
        wanted.marks()
                .forEach((name, values) -> {
                    if (!name.equals(wanted.option().orElse(""))) {
                        values.forEach(each -> lines.add(wanted.line(name, Optional.of(each))));
                    }
                });
        if (wanted.option().isEmpty()) {
            return "only section added";
        }
        lines.addAll(fresh(wanted, wanted.wanted()));
        return "section and option added";
    }

    private static List<String> fresh(IniFile wanted, List<String> values) {
        var name = wanted.option().orElseThrow();
        return wanted.wanted().isEmpty()
                ? List.of(wanted.line(name, Optional.empty()))
                : values.stream().map(each -> wanted.line(name, Optional.of(each))).toList();
    }

    private String set(IniFile wanted, Part part) {
        if (wanted.option().isEmpty()) {
            return "OK";
        }
        var name = wanted.option().get();
        var found = options(part, name, wanted.modifyInactiveOption());
        var missing = new ArrayList<>(fresh(wanted, wanted.wanted()));
        var free = new ArrayList<Integer>();
        for (var at : found) {
            if (!takes(wanted, at, missing)) {
                free.add(at);
            }
        }
        return placed(wanted, part, free, missing);
    }

    /** Whether a line is one of those that are wanted, which is then no more missing. */
    private boolean takes(IniFile wanted, int at, List<String> missing) {
        var line = IniLine.of(lines.get(at));
        var same =
                missing.stream()
                        .filter(each -> !line.comment())
                        .filter(each -> IniLine.of(each).value().equals(line.value()))
                        .findFirst();
        same.ifPresent(each -> {
            missing.remove(each);
            if (!wanted.ignoreSpaces() && !lines.get(at).equals(each)) {
                lines.set(at, each);
                changed = true;
            }
        });
        return same.isPresent();
    }

    private String placed(IniFile wanted, Part part, List<Integer> free, List<String> missing) {
        var message = changed ? "option changed" : "OK";
        var active = free.stream().filter(at -> !IniLine.of(lines.get(at)).comment()).toList();
        var places = new ArrayList<>(wanted.exclusive() ? free : List.<Integer>of());
        while (!places.isEmpty() && !missing.isEmpty()) {
            lines.set(places.removeFirst(), missing.removeFirst());
            message = "option changed";
        }
        var rest =
                wanted.exclusive()
                        ? active.stream().filter(places::contains).toList()
                        : List.<Integer>of();
        var end = lastOf(part);
        for (var at : rest.reversed()) {
            lines.remove((int) at);
            end--;
            message = "option changed";
        }
        if (!missing.isEmpty()) {
            lines.addAll(end, missing);
            message = "option added";
        }
        return message;
    }

    /** Behind the last line of a part that is neither empty nor a comment. */
    private int lastOf(Part part) {
        for (var at = part.end(); at > part.begin(); at--) {
            var line = lines.get(at - 1);
            if (!line.isBlank() && !line.strip().startsWith("#") && !line.strip().startsWith(";")) {
                return at;
            }
        }
        return part.begin();
    }
}
