package jplay.playbook.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;

/** Checks the values of a play's own keywords. */
record PlayCheck(Library library, Path file, Findings findings) {
    private static final Set<String> ORDERS =
            Set.of("inventory", "sorted", "reverse_sorted", "reverse_inventory", "shuffle");
    private static final Set<String> PROMPT =
            Set.of(
                    "name",
                    "prompt",
                    "default",
                    "private",
                    "confirm",
                    "encrypt",
                    "salt_size",
                    "salt",
                    "unsafe");

    void check(Mapping play) {
        hosts(play);
        play.get("order").ifPresent(this::order);
        DirectivesReader.items(play, "vars_files").forEach(this::varsFile);
        DirectivesReader.items(play, "vars_prompt").forEach(this::prompt);
    }

    private void hosts(Mapping play) {
        var hosts = play.get("hosts");
        if (hosts.isEmpty()) {
            findings.error(play.location(), 1, "the play has no 'hosts'");
            return;
        }
        var value = hosts.get();
        var wrong =
                switch (value) {
                    case Scalar scalar ->
                            !(scalar.resolved() instanceof String) || scalar.text().isBlank();
                    case Sequence list ->
                            list.items().isEmpty()
                                    || list.items().stream().anyMatch(PlayCheck::isNoPattern);
                    case Mapping _ -> true;
                };
        if (wrong) {
            var got =
                    value instanceof Sequence list && list.items().isEmpty()
                            ? "an empty list"
                            : value.description();
            findings.error(value, "'hosts' wants a pattern or a list of patterns, got " + got);
        }
    }

    private static boolean isNoPattern(YamlNode item) {
        return !(item instanceof Scalar scalar)
                || scalar.resolved() == null
                || scalar.text().isBlank();
    }

    private void order(YamlNode value) {
        var known =
                value instanceof Scalar scalar
                        && (ORDERS.contains(scalar.text())
                                || scalar.value() instanceof TemplateString
                                || scalar.resolved() == null);
        if (!known) {
            findings.error(
                    value,
                    "'order' wants inventory, sorted, reverse_sorted, reverse_inventory or shuffle, got "
                            + value.description());
        }
    }

    private void varsFile(YamlNode item) {
        if (!(item instanceof Scalar scalar) || scalar.value() instanceof TemplateString) {
            return;
        }
        var folder = file.toAbsolutePath().getParent();
        var found =
                Files.exists(folder.resolve(scalar.text()))
                        || Files.exists(folder.resolve("vars").resolve(scalar.text()));
        if (!found) {
            findings.warning(
                    item,
                    "no variables file '"
                            + scalar.text()
                            + "' in "
                            + library.files().shown(folder));
        }
    }

    private void prompt(YamlNode item) {
        if (!(item instanceof Mapping prompt) || prompt.get("name").isEmpty()) {
            findings.error(
                    item, "a prompt wants a mapping with a 'name', got " + item.description());
            return;
        }
        for (var entry : prompt.entries()) {
            var keyword = entry.key().text();
            if (!PROMPT.contains(keyword)) {
                findings.error(
                        entry.key(),
                        "unknown keyword '"
                                + keyword
                                + "' of vars_prompt"
                                + Spelling.didYouMean(keyword, PROMPT));
            }
        }
    }
}
