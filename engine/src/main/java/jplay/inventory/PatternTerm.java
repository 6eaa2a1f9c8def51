package jplay.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;

/**
 * One part of a host pattern.
 *
 * @param effect what it does to the hosts chosen so far
 * @param base a name, a glob or {@code ~regex}, without {@code !}, {@code &} and brackets
 * @param slice which of the hosts, when brackets say so
 */
record PatternTerm(Effect effect, String base, Optional<Slice> slice) {
    private static final Pattern SUBSCRIPT =
            Pattern.compile("(.+)\\[(?:(-?\\d{1,9})|(\\d{1,9})[:-](\\d{0,9}))]");

    /** In the order in which they take effect. */
    enum Effect {
        ADD,
        KEEP,
        DROP
    }

    /**
     * Some hosts of a list, counted from 0, both ends included; a negative position counts from the
     * end.
     */
    record Slice(int first, int last) {
        List<Host> of(List<Host> hosts) {
            var begin = first < 0 ? hosts.size() + first : first;
            var end = last < 0 ? hosts.size() + last : Math.min(last, hosts.size() - 1);
            return begin < 0 || begin > end ? List.of() : hosts.subList(begin, end + 1);
        }
    }

    static PatternTerm parse(String word) {
        var effect =
                switch (word.isEmpty() ? ' ' : word.charAt(0)) {
                    case '!' -> Effect.DROP;
                    case '&' -> Effect.KEEP;
                    default -> Effect.ADD;
                };
        var rest = effect == Effect.ADD ? word : word.substring(1);
        var subscript = SUBSCRIPT.matcher(rest);
        if (rest.startsWith("~") || !subscript.matches()) {
            return new PatternTerm(effect, rest, Optional.empty());
        }
        return new PatternTerm(effect, subscript.group(1), Optional.of(slice(subscript)));
    }

    private static Slice slice(java.util.regex.Matcher subscript) {
        if (subscript.group(2) != null) {
            var position = Integer.parseInt(subscript.group(2));
            return new Slice(position, position);
        }
        var last = subscript.group(4).isEmpty() ? -1 : Integer.parseInt(subscript.group(4));
        return new Slice(Integer.parseInt(subscript.group(3)), last);
    }

    /** The hosts it stands for. */
    List<Host> hosts(Inventory inventory) {
        var all = isExact() ? named(inventory) : matching(inventory);
        return slice.map(part -> part.of(all)).orElse(all);
    }

    /** Whether it names something of the inventory, even when no host is in it. */
    boolean known(Inventory inventory) {
        var matches = isExact() ? Optional.<Predicate<String>>empty() : Optional.of(matcher());
        return base.equals("all")
                || inventory.group(base).isPresent()
                || matches.filter(test ->
                                inventory.groups().stream()
                                        .anyMatch(group -> test.test(group.name())))
                        .isPresent()
                || !(isExact() ? named(inventory) : matching(inventory)).isEmpty();
    }

    private boolean isExact() {
        return !base.startsWith("~")
                && base.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private List<Host> named(Inventory inventory) {
        var group = inventory.group(base).map(inventory::hostsOf);
        var host = inventory.host(base).stream().toList();
        if (group.isEmpty()) {
            return host;
        }
        return base.contains(".") ? joined(group.get(), host) : group.get();
    }

    private List<Host> matching(Inventory inventory) {
        var matches = matcher();
        var found = new LinkedHashSet<Host>();
        inventory.groups().stream()
                .filter(group -> matches.test(group.name()))
                .forEach(group -> found.addAll(inventory.hostsOf(group)));
        inventory.hosts().stream().filter(host -> matches.test(host.name())).forEach(found::add);
        return List.copyOf(found);
    }

    private static List<Host> joined(List<Host> first, List<Host> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private Predicate<String> matcher() {
        try {
            if (base.startsWith("~")) {
                var pattern = Pattern.compile(base.substring(1));
                return name -> pattern.matcher(name).lookingAt();
            }
            return Pattern.compile(glob(base)).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            throw new PlaybookException(
                    Location.of("<host pattern>"),
                    "got '" + base + "', want a regular expression: " + e.getDescription());
        }
    }

    private static String glob(String text) {
        var regex = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            var close = c == '[' ? text.indexOf(']', at + 2) : -1;
            if (close > 0) {
                var set =
                        text.substring(at + 1, close)
                                .replace("\\", "\\\\")
                                .replace("[", "\\[")
                                .replace("&&", "&\\&");
                regex.append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                at = close;
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
