package jplay.diagnostic;

import jplay.cli.Main;

/** Breaks the order of the packages on purpose: proof that {@link jplay.ArchitectureTest} sees. */
public record PlantedWrongImport(Class<Main> upwards) {
    public PlantedWrongImport() {
        this(Main.class);
    }
}
