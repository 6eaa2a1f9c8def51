package jplay.playbook.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.playbook.Block;
import jplay.playbook.Node;
import jplay.playbook.Task;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.KeywordCheck;
import jplay.playbook.syntax.Keywords.Holder;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Sequence;

/** Reads lists of tasks, blocks and handlers; what is imported is spliced in as a block. */
record TaskListReader(Library library, Surroundings here) {
    /** The tasks of a file; none when it is empty or wrong. */
    static List<Node> file(Library library, Surroundings around, Path file) {
        var here = around.inFile(file);
        return library.files()
                .read(file, here.findings().problems())
                .map(node -> new TaskListReader(library, here).read(node))
                .orElse(List.of());
    }

    /** Handlers, with those that are imported in their places. */
    static List<Task> handlers(List<Node> nodes) {
        var handlers = new ArrayList<Task>();
        for (var node : nodes) {
            switch (node) {
                case Task task -> handlers.add(task);
                case Block block -> handlers.addAll(handlers(block.body()));
            }
        }
        return handlers;
    }

    List<Node> read(YamlNode node) {
        if (DirectivesReader.isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof Sequence list)) {
            here.findings().error(node, "want a list of tasks, got " + node.description());
            return List.of();
        }
        var nodes = new ArrayList<Node>();
        for (var item : list.items()) {
            item(item).ifPresent(nodes::add);
        }
        return nodes;
    }

    private Optional<Node> item(YamlNode item) {
        if (!(item instanceof Mapping mapping)) {
            here.findings().error(item, "want a task, got " + item.description());
            return Optional.empty();
        }
        if (mapping.get("block").isPresent()) {
            return block(mapping);
        }
        if (mapping.get("rescue").isPresent() || mapping.get("always").isPresent()) {
            here.findings()
                    .error(
                            mapping.location(),
                            1,
                            "'rescue' and 'always' need a 'block' beside them");
            return Optional.empty();
        }
        if (looksLikePlay(mapping)) {
            here.findings()
                    .error(
                            mapping.location(),
                            1,
                            "want a task, got a play; import it with import_playbook");
            return Optional.empty();
        }
        return new TaskReader(library, here).read(mapping);
    }

    private static boolean looksLikePlay(Mapping mapping) {
        return mapping.get("hosts").isPresent()
                && (mapping.get("tasks").isPresent() || mapping.get("roles").isPresent());
    }

    private Optional<Node> block(Mapping mapping) {
        var findings = here.findings();
        if (here.handlers()) {
            findings.error(mapping.location(), 1, "a block cannot be a handler");
            return Optional.empty();
        }
        new KeywordCheck(Holder.BLOCK, findings).all(mapping);
        if (mapping.get("block").filter(DirectivesReader::isNothing).isPresent()) {
            findings.error(mapping.location(), 1, "the block has no tasks");
        }
        var directives = DirectivesReader.own(mapping, Holder.BLOCK);
        var inside =
                new TaskListReader(
                        library,
                        here.inside(directives, DirectivesReader.items(mapping, "notify")));
        return Optional.of(
                new Block(
                        mapping.location(),
                        DirectivesReader.value(mapping, "name"),
                        here.directives().inner(directives),
                        Optional.empty(),
                        inside.section(mapping, "block"),
                        inside.section(mapping, "rescue"),
                        inside.section(mapping, "always")));
    }

    /** The tasks under a key; wrong kinds of values were reported before. */
    List<Node> section(Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Sequence.class::isInstance)
                .map(this::read)
                .orElse(List.of());
    }
}
