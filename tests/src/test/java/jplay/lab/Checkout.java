package jplay.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this project lies. */
public final class Checkout {
    public static final Path ROOT = find();

    private Checkout() {}

    private static Path find() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("playbooks"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
