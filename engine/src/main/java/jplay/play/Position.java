package jplay.play;

import java.util.List;

/**
 * Where a step stands in its play. Hosts at equal positions do the same task; the smaller position
 * comes first.
 *
 * @param path from the outermost list of tasks to the innermost
 */
public record Position(List<Integer> path) implements Comparable<Position> {
    public Position {
        path = List.copyOf(path);
    }

    @Override
    public int compareTo(Position other) {
        var common = Math.min(path.size(), other.path.size());
        for (var i = 0; i < common; i++) {
            var order = path.get(i).compareTo(other.path.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(path.size(), other.path.size());
    }
}
