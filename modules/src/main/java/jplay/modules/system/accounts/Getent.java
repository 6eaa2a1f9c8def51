package jplay.modules.system.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.modules.system.Settings;
import org.jspecify.annotations.Nullable;

/** Asks a host's databases of accounts, hosts, services and the like. */
@Named(
        value = "ansible.builtin.getent",
        summary = "Asks the host's databases of accounts, groups, hosts, services and the like.")
public record Getent(
        @Arg("The database, such as `passwd`, `group` or `hosts`.") String database,
        @Arg("What to look for; all that the database has unless given.") Optional<String> key,
        @Arg("The service to ask instead of those that the host is configured to.")
                Optional<String> service,
        @Arg(
                        "What separates the fields; for accounts and groups a colon, else white space, unless given.")
                Optional<String> split,
        @Arg(value = "Whether the task fails when the key is not there.", orElse = "yes")
                boolean failKey)
        implements Module {
    private static final Script SCRIPT = Script.beside(Getent.class, "getent", Settings.SCRIPT);
    private static final Set<String> WITH_COLONS = Set.of("passwd", "shadow", "group", "gshadow");

    @Override
    public Plan plan(Remote remote) {
        if (split.filter(String::isEmpty).isPresent()) {
            return Plan.failed("split: got an empty text, want what separates the fields");
        }
        var words = new ArrayList<>(List.of(database));
        key.ifPresent(words::add);
        service.ifPresent(name -> words.addAll(List.of("-s", name)));
        return Plan.guarded(SCRIPT, words, this::read);
    }

    private Result read(Report report) {
        return switch (report.said("status")) {
            case "0" -> facts(entries(report.said("text").lines().toList()));
            case "1" -> Result.failure("Missing arguments, or database unknown.");
            case "2" -> missing();
            case "3" -> Result.failure("Enumeration not supported on this database.");
            default -> Result.failure("Unexpected failure!");
        };
    }

    private Result missing() {
        var message = "One or more supplied key could not be found in the database.";
        if (failKey || key.isEmpty()) {
            return Result.failure(message);
        }
        var nothing = new LinkedHashMap<String, @Nullable Object>();
        nothing.put(key.get(), null);
        return facts(nothing).message(message);
    }

    private Result facts(Map<String, @Nullable Object> entries) {
        return Result.of().facts(Map.of("getent_" + database, entries));
    }

    /** The fields behind each line's first one; several lists of them where lines begin alike. */
    private Map<String, @Nullable Object> entries(List<String> lines) {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        var several = new HashSet<String>();
        for (var line : lines) {
            var fields = fields(line);
            if (fields.isEmpty()) {
                continue;
            }
            var name = fields.getFirst();
            var values = fields.subList(1, fields.size());
            if (!entries.containsKey(name)) {
                entries.put(name, values);
                continue;
            }
            var all = new ArrayList<@Nullable Object>();
            if (several.add(name)) {
                all.add(entries.get(name));
            } else if (entries.get(name) instanceof List<?> before) {
                all.addAll(before);
            }
            all.add(values);
            entries.put(name, all);
        }
        return entries;
    }

    private List<String> fields(String line) {
        var separator =
                split.or(
                        () -> WITH_COLONS.contains(database) ? Optional.of(":") : Optional.empty());
        if (separator.isEmpty()) {
            return line.isBlank() ? List.of() : Arrays.asList(line.strip().split("\\s+", -1));
        }
        return Arrays.asList(line.split(Pattern.quote(separator.get()), -1));
    }
}
