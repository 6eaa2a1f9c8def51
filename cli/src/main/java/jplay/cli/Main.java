package jplay.cli;

import java.util.Optional;

/** Starts jplay. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
        System.out.println("jplay [core " + version.orElse("unreleased") + "]");
    }
}
