package jplay.modules.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processors as the kernel lists them.
 *
 * @param described number, maker and model of each
 */
record Processors(List<Object> described, List<String> flags, long count, Sharing sharing) {
    /** How processors share packages and cores; 0 where the kernel does not tell. */
    private record Sharing(long sockets, long cores, long siblings) {}

    /** Reads {@code /proc/cpuinfo}. */
    static Processors of(List<String> lines) {
        var described = new ArrayList<Object>();
        Set<String> sockets = new HashSet<>();
        List<String> flags = List.of();
        var sharing = new Sharing(0, 0, 0);
        var count = 0L;
        for (var line : lines) {
            var parts = line.split(":", 2);
            var value = parts.length > 1 ? parts[1].strip() : "";
            switch (parts[0].strip()) {
                case "processor" -> {
                    count++;
                    described.add(value);
                }
                case "vendor_id", "model name", "Processor", "CPU" -> described.add(value);
                case "physical id" -> sockets.add(value);
                case "cpu cores" ->
                        sharing = new Sharing(0, HardwareFacts.number(value), sharing.siblings());
                case "siblings" ->
                        sharing = new Sharing(0, sharing.cores(), HardwareFacts.number(value));
                case "flags", "Features" -> flags = Gathered.words(value, "\\s+");
                default -> {}
            }
        }
        var whole = new Sharing(sockets.size(), sharing.cores(), sharing.siblings());
        return new Processors(described, flags, count, whole);
    }

    long packages() {
        return sharing.sockets() == 0 ? Math.max(1, count) : sharing.sockets();
    }

    /** Cores of one package. */
    long cores() {
        return Math.max(1, sharing.cores());
    }

    /** Threads of one core. */
    long threads() {
        return sharing.cores() == 0 ? 1 : Math.max(1, sharing.siblings() / sharing.cores());
    }
}
