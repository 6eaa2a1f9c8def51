package jplay.strategy;

/** Decides which host does its next step when. */
public sealed interface Strategy permits Linear, Free {
    /**
     * Takes all hosts of a batch through the play.
     *
     * @throws InterruptedException when the run is being stopped
     */
    void run(BatchRun batch) throws InterruptedException;

    /** Whether hosts wait for each other, so that one can do or break something for all. */
    boolean together();

    /** Whether a name is that of a strategy. */
    static boolean exists(String name) {
        return switch (shortName(name)) {
            case "linear", "free", "host_pinned", "debug" -> true;
            default -> false;
        };
    }

    /** The strategy of a name; the linear one for any unknown name. */
    static Strategy named(String name, int forks) {
        return switch (shortName(name)) {
            case "free" -> new Free(Integer.MAX_VALUE);
            case "host_pinned" -> new Free(forks);
            default -> new Linear();
        };
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
