package jplay.playbook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Diagnostic.Severity;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.yaml.YamlNode;

/**
 * Takes problems down with the way to where they are; the same one at the same place only once.
 *
 * @param trail innermost first
 */
public record Findings(Problems problems, List<String> trail) {
    public Findings {
        trail = List.copyOf(trail);
    }

    /** The same one step further in. */
    public Findings within(String step) {
        var further = new ArrayList<String>();
        further.add(step);
        further.addAll(trail);
        return new Findings(problems, further);
    }

    public void error(Location location, int length, String message) {
        add(new Diagnostic(Severity.ERROR, location, length, message, trail, Optional.empty()));
    }

    public void error(YamlNode node, String message) {
        error(node.location(), length(node), message);
    }

    public void warning(YamlNode node, String message) {
        add(
                new Diagnostic(
                        Severity.WARNING,
                        node.location(),
                        length(node),
                        message,
                        trail,
                        Optional.empty()));
    }

    public void deprecation(YamlNode node, String message) {
        add(
                new Diagnostic(
                        Severity.DEPRECATION,
                        node.location(),
                        length(node),
                        message,
                        trail,
                        Optional.empty()));
    }

    private void add(Diagnostic diagnostic) {
        var known =
                problems.all().stream()
                        .anyMatch(other ->
                                other.severity() == diagnostic.severity()
                                        && other.location().equals(diagnostic.location())
                                        && other.message().equals(diagnostic.message()));
        if (!known) {
            problems.add(diagnostic);
        }
    }

    private static int length(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.text().contains("\n")) {
            return 1;
        }
        return Math.max(1, scalar.text().length() + (scalar.quoted() ? 2 : 0));
    }
}
