package jplay.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import org.jspecify.annotations.Nullable;

/** Reads an inventory in INI form: hosts, {@code [group]}, {@code [group:children]}, {@code [group:vars]}. */
final class IniSource {
    private static final Pattern SECTION = Pattern.compile("\\[([^:\\]\\s]+)(?::(\\w+))?]\\s*(?:#.*)?");

    private final Enrolment enrolment;
    private final String source;
    private final Map<String, List<Mention>> awaited = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>(List.of("all", "ungrouped"));
    private String group = "ungrouped";
    private String kind = "hosts";

    /** A group that was spoken of before its own section came. */
    private record Mention(String section, String kind, Location location) {}

    IniSource(Enrolment enrolment, String source) {
        this.enrolment = enrolment;
        this.source = source;
    }

    /** Reads all lines. @throws PlaybookException at the first line that is wrong; what stands before it counts */
    void read(List<String> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var content = line.strip();
            if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != ';') {
                var indent = line.length() - line.stripLeading().length();
                take(content, new Location(source, i + 1, indent + 1));
            }
        }
        awaited.values().stream().flatMap(List::stream).findFirst().ifPresent(this::missing);
    }

    private void take(String content, Location place) {
        if (content.startsWith("[") && SECTION.matcher(content).matches()) {
            section(content, place);
            return;
        }
        if (content.startsWith("[") && content.endsWith("]")) {
            throw new PlaybookException(
                    place, "got '" + content + "', want a section such as [group], [group:vars] or [group:children]");
        }
        switch (kind) {
            case "vars" -> variable(content, place);
            case "children" -> child(content, place);
            default -> hosts(content, place);
        }
    }

    private void section(String content, Location place) {
        var section = SECTION.matcher(content);
        if (!section.matches()) {
            throw new IllegalStateException(content);
        }
        group = section.group(1);
        kind = section.group(2) == null ? "hosts" : section.group(2);
        if (!Set.of("hosts", "vars", "children").contains(kind)) {
            throw new PlaybookException(
                    place, "section " + content + ": got '" + kind + "', want hosts, vars or children");
        }
        if (kind.equals("vars")) {
            awaitSection(content, place);
            return;
        }
        declare(group, place);
    }

    private void awaitSection(String content, Location place) {
        if (!declared.contains(group)) {
            await(group, new Mention(content, "vars", place));
        }
        enrolment.group(group, place);
    }

    private void declare(String name, Location place) {
        declared.add(name);
        var itself = enrolment.group(name, place);
        var mentions = awaited.remove(name);
        for (var mention : mentions == null ? List.<Mention>of() : mentions) {
            if (mention.kind().equals("children")) {
                enrolment.child(enrolment.group(mention.section(), place), itself, mention.location());
            }
        }
    }

    private void await(String name, Mention mention) {
        awaited.computeIfAbsent(name, _ -> new ArrayList<>()).add(mention);
    }

    private void missing(Mention mention) {
        var name = awaited.entrySet().stream()
                .filter(entry -> entry.getValue().contains(mention))
                .findFirst()
                .orElseThrow()
                .getKey();
        throw new PlaybookException(
                mention.location(),
                mention.kind().equals("vars")
                        ? "section " + mention.section() + " is for the group '" + name + "', which is nowhere defined"
                        : "section [" + mention.section() + ":children] names the group '" + name
                                + "', which is nowhere defined");
    }

    private void child(String content, Location place) {
        var name = ShellWords.split(content).stream().findFirst().orElse("");
        if (name.equals(group) || name.isEmpty()) {
            throw new PlaybookException(place, "got '" + content + "', want the name of another group");
        }
        if (declared.contains(name)) {
            enrolment.child(enrolment.group(group, place), enrolment.group(name, place), place);
        } else {
            await(name, new Mention(group, "children", place));
        }
    }

    private void variable(String content, Location place) {
        var sign = content.indexOf('=');
        if (sign < 0) {
            throw new PlaybookException(place, "got '" + content + "', want key=value");
        }
        var value = content.substring(sign + 1);
        var indent = value.length() - value.stripLeading().length();
        var at = place.plus(0, sign + 1 + indent);
        var vars = new LinkedHashMap<String, @Nullable Object>();
        vars.put(content.substring(0, sign).strip(), typed(value.strip(), at));
        enrolment.groupVars(enrolment.group(group, place), vars, at);
    }

    private void hosts(String content, Location place) {
        var words = words(content, place);
        if (words.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> vars = Map.of();
        if (words.size() > 1) {
            vars = new LinkedHashMap<>();
            for (var word : words.subList(1, words.size())) {
                assign(word, vars, place);
            }
            vars = Collections.unmodifiableMap(vars);
        }
        enrolment.hosts(words.getFirst(), enrolment.group(group, place), vars, place);
    }

    private static void assign(String word, Map<String, @Nullable Object> vars, Location place) {
        var sign = word.indexOf('=');
        if (sign < 0) {
            throw new PlaybookException(place, "got '" + word + "' behind a host, want key=value");
        }
        vars.put(word.substring(0, sign).intern(), typed(word.substring(sign + 1), place));
    }

    private static List<String> words(String content, Location place) {
        if (content.indexOf('"') < 0
                && content.indexOf('\'') < 0
                && content.indexOf('\\') < 0
                && content.indexOf('#') < 0) {
            return blankSeparated(content);
        }
        try {
            return ShellWords.split(content);
        } catch (IllegalArgumentException e) {
            throw new PlaybookException(place, "host '" + content + "': " + e.getMessage());
        }
    }

    private static List<String> blankSeparated(String content) {
        var words = new ArrayList<String>();
        var start = 0;
        while (start < content.length()) {
            var end = start;
            while (end < content.length() && !Character.isWhitespace(content.charAt(end))) {
                end++;
            }
            if (end > start) {
                words.add(content.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    private static @Nullable Object typed(String text, Location place) {
        return Trusted.value(PythonLiteral.valueOf(text), place);
    }
}
