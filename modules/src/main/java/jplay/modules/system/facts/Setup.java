package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;
import org.jspecify.annotations.Nullable;

/** Gathers facts about a host. */
@Named(
        value = "ansible.builtin.setup",
        summary = "Gathers facts about a host.",
        aliases = {"gather_facts", "ansible.builtin.gather_facts"})
public record Setup(
        @Arg(value = "Which facts to gather; `!` excludes.", orElse = "all")
                List<String> gatherSubset,
        @Arg("Return only facts whose names match one of these patterns.") List<String> filter,
        @Arg(value = "Seconds to wait for a file system that does not answer.", orElse = "10")
                int gatherTimeout,
        @Arg(
                        value = "Folder of the facts that the host's owner wrote.",
                        orElse = "/etc/ansible/facts.d")
                RemotePath factPath)
        implements Module {
    private static final Script SCRIPT = Script.beside(Setup.class, "setup");
    private static final String PREFIX = "ansible_";

    @Override
    public Plan plan(Remote remote) {
        var collectors = Collector.of(gatherSubset);
        var arguments =
                List.of(
                        wants(collectors, "hardware"),
                        wants(collectors, "network"),
                        factPath.text(),
                        String.valueOf(gatherTimeout));
        return Plan.guarded(SCRIPT, arguments, report -> read(report, collectors));
    }

    private static String wants(Set<Collector> collectors, String name) {
        return collectors.stream().anyMatch(each -> each.name().equals(name)) ? "1" : "0";
    }

    private Result read(Report report, Set<Collector> collectors) {
        var gathered = Gathered.of(report);
        var facts = new TreeMap<String, @Nullable Object>();
        for (var collector : collectors) {
            collector
                    .collect()
                    .apply(gathered)
                    .forEach((name, value) -> facts.put(PREFIX + name, value));
        }
        facts.put("gather_subset", gatherSubset);
        facts.put("module_setup", true);
        var patterns = patterns();
        if (!patterns.isEmpty()) {
            facts.keySet()
                    .removeIf(name -> patterns.stream().noneMatch(each -> matches(each, name)));
        }
        return Result.of().facts(facts);
    }

    private List<Pattern> patterns() {
        var patterns = new ArrayList<Pattern>();
        filter.stream().filter(each -> !each.isEmpty()).forEach(each -> patterns.add(glob(each)));
        return patterns;
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches()
                || (name.startsWith(PREFIX)
                        && pattern.matcher(name.substring(PREFIX.length())).matches());
    }

    /** A pattern of {@code *}, {@code ?} and {@code [...]}. */
    private static Pattern glob(String text) {
        var expression = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            var close = letter == '[' ? text.indexOf(']', at + 2) : -1;
            if (close > 0) {
                var inside =
                        text.substring(at + 1, close).replace("\\", "\\\\").replace("[", "\\[");
                expression.append('[').append(inside.replaceFirst("^!", "^")).append(']');
                at = close;
                continue;
            }
            expression.append(
                    switch (letter) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(letter));
                    });
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
