package jplay.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the manual says about hosts in trouble. */
final class Manual {
    private Manual() {}

    static String troubles() throws IOException {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        var page = Files.readString(folder.resolve("docs/connections.md"));
        return page.substring(page.indexOf("\n## When something goes wrong\n"));
    }
}
