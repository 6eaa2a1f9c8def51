package jplay.template.lookup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import jplay.template.ansible.Paths;
import jplay.template.expr.Surroundings;
import jplay.template.python.PythonError;
import jplay.vault.VaultException;

/** A file of the controller that a lookup reads; an encrypted one is opened. */
record ControllerFile(Path path, Surroundings surroundings) {
    /**
     * Where Ansible looks for a file: in a subfolder of each folder of the path, then in the folder
     * itself.
     */
    static Optional<ControllerFile> find(Surroundings surroundings, String subfolder, String name) {
        var expanded = Paths.expandUser(name);
        if (expanded.startsWith("/")) {
            return Optional.of(Path.of(expanded))
                    .filter(Files::exists)
                    .map(path -> new ControllerFile(path, surroundings));
        }
        var candidates = new ArrayList<Path>();
        for (var folder : surroundings.searchPath()) {
            candidates.add(folder.resolve(subfolder).resolve(expanded));
            candidates.add(folder.resolve(expanded));
        }
        return candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .map(path -> new ControllerFile(path.normalize(), surroundings));
    }

    /** Its text in clear. */
    String text() {
        try {
            var content = surroundings.settings().vault().open(Files.readAllBytes(path));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (IOException | VaultException e) {
            throw new PythonError(
                    "AnsibleLookupError",
                    "Unable to access the file '" + path + "': " + e.getMessage());
        }
    }
}
