package jplay.play;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.Block;
import jplay.playbook.Node;
import org.jspecify.annotations.Nullable;

/**
 * A list of nodes that a host goes through, and how far it got. Belongs to one {@link HostState}.
 */
final class Frame {
    /** What the list is. */
    enum Kind {
        SECTIONS(0),
        BODY(1),
        RESCUE(2),
        ALWAYS(3),
        INCLUDED(4),
        HANDLERS(5);

        private final int order;

        Kind(int order) {
            this.order = order;
        }

        /** Which of two lists inside of one node comes first. */
        int order() {
            return order;
        }
    }

    private final Kind kind;
    private final Optional<Block> block;
    private final List<? extends Node> nodes;
    private final List<Splice> splices;
    private final Map<String, @Nullable Object> vars;
    private final boolean failing;
    private int at = -1;

    private Frame(
            Kind kind,
            Optional<Block> block,
            List<? extends Node> nodes,
            Surroundings surroundings) {
        this.kind = kind;
        this.block = block;
        this.nodes = nodes;
        this.splices = surroundings.splices();
        this.vars = surroundings.vars();
        this.failing = surroundings.failing();
    }

    private record Surroundings(
            List<Splice> splices, Map<String, @Nullable Object> vars, boolean failing) {}

    static Frame of(Kind kind, List<? extends Node> nodes, Map<String, @Nullable Object> vars) {
        return new Frame(kind, Optional.empty(), nodes, new Surroundings(List.of(), vars, false));
    }

    static Frame included(List<Splice> splices, Map<String, @Nullable Object> vars) {
        var nodes = splices.stream().map(Splice::block).toList();
        return new Frame(
                Kind.INCLUDED, Optional.empty(), nodes, new Surroundings(splices, vars, false));
    }

    /**
     * One of the three parts of a block; {@code failing} when the host fails once it is through.
     */
    static Frame part(Kind kind, Block block, Map<String, @Nullable Object> vars, boolean failing) {
        var nodes =
                switch (kind) {
                    case BODY -> block.body();
                    case RESCUE -> block.rescue();
                    case ALWAYS -> block.always();
                    case SECTIONS, INCLUDED, HANDLERS ->
                            throw new IllegalArgumentException(kind + " is no part of a block");
                };
        return new Frame(
                kind, Optional.of(block), nodes, new Surroundings(List.of(), vars, failing));
    }

    Kind kind() {
        return kind;
    }

    Optional<Block> block() {
        return block;
    }

    boolean failing() {
        return failing;
    }

    /** Goes to the next node; false when there is none. */
    boolean advance() {
        at++;
        return at < nodes.size();
    }

    Node node() {
        return nodes.get(at);
    }

    /** What the node seen now adds to the position of whatever is inside of it. */
    int order() {
        return splices.isEmpty() ? at : splices.get(at).order();
    }

    /** Variables for what is inside of the node seen now. */
    Map<String, @Nullable Object> vars() {
        if (splices.isEmpty() || at >= splices.size() || splices.get(at).vars().isEmpty()) {
            return vars;
        }
        var all = new LinkedHashMap<>(vars);
        all.putAll(splices.get(at).vars());
        return Collections.unmodifiableMap(all);
    }
}
