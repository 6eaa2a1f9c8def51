package jplay.task.keyword;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.diagnostic.Location;
import jplay.module.ControllerFiles;
import jplay.module.TaskFailure;
import jplay.module.type.LocalFile;
import jplay.module.type.LocalTarget;
import jplay.module.type.Payload;
import jplay.module.type.Template;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import jplay.value.Layout;
import jplay.value.TemplateString;
import jplay.vault.Vault;
import jplay.vault.VaultException;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/** Files of the controller as one task finds them. For one thread. */
public final class TaskFiles implements ControllerFiles {
    private final Surroundings surroundings;
    private final Map<String, @Nullable Object> arguments;
    private final Runnable beforeReading;

    /** What is around a task. */
    public record Surroundings(Templar templar, Scope scope, Controller controller) {}

    /**
     * Files for a task with these rendered arguments, of which some say how templates are written.
     */
    public TaskFiles(Surroundings surroundings, Map<String, @Nullable Object> arguments) {
        this(surroundings, arguments, () -> {});
    }

    /**
     * Files for a task that must do something first.
     *
     * @param beforeReading called before any of them is looked for
     */
    public TaskFiles(
            Surroundings surroundings,
            Map<String, @Nullable Object> arguments,
            Runnable beforeReading) {
        this.surroundings = surroundings;
        this.arguments = arguments;
        this.beforeReading = beforeReading;
    }

    @Override
    public LocalFile file(String written) {
        return new LocalFile(written, find("files", written), this::opened);
    }

    private Payload opened(Path file, boolean decrypt) {
        try {
            return decrypt && isEncrypted(file)
                    ? Payload.of(surroundings.controller().opened(Files.readAllBytes(file)))
                    : Payload.of(file);
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + file + ": " + e.getMessage());
        } catch (VaultException e) {
            throw new TaskFailure("cannot decrypt " + file + ": " + e.getMessage());
        }
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Vault.isEncrypted(in.readNBytes(VaultText.HEADER.length()));
        }
    }

    @Override
    public Template template(String written) {
        var path = find("templates", written);
        var source =
                new TemplateString(read(path), new Location(path.toString(), 1, 1), Layout.WHOLE);
        try {
            var options = TemplateOptions.of(arguments);
            return new Template(
                    written,
                    path,
                    surroundings
                            .templar()
                            .renderFile(
                                    source,
                                    options,
                                    Overlay.of(surroundings.scope(), magic(written, path))));
        } catch (TemplateException e) {
            throw new TaskFailure(e.diagnostic());
        }
    }

    @Override
    public LocalTarget target(String written) {
        beforeReading.run();
        var path = home(written);
        var base = Path.of(String.valueOf(surroundings.scope().get("playbook_dir")));
        return new LocalTarget(
                written,
                base.resolve(path).toAbsolutePath().normalize(),
                String.valueOf(surroundings.scope().get("inventory_hostname")));
    }

    private static Path home(String written) {
        return Path.of(
                written.startsWith("~/")
                        ? System.getProperty("user.home") + written.substring(1)
                        : written);
    }

    /**
     * A file looked for in a folder of each place that the task searches, and in the place itself.
     *
     * @throws TaskFailure when there is none
     */
    public Path find(String folder, String written) {
        beforeReading.run();
        var searched = new LinkedHashSet<Path>();
        var path = home(written);
        if (path.isAbsolute()) {
            searched.add(path);
        } else {
            for (var base : surroundings.scope().searchPath()) {
                searched.add(base.resolve(folder).resolve(path).normalize());
                searched.add(base.resolve(path).normalize());
            }
        }
        return searched.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new TaskFailure(missing(written, List.copyOf(searched))));
    }

    private static String missing(String written, List<Path> searched) {
        var places = searched.stream().map(Path::toString).collect(Collectors.joining("\n\t"));
        return ("Could not find or access '%s'\nSearched in:\n\t%s on the Ansible Controller.\n"
                        + "If you are using a module and expect the file to exist on the remote, "
                        + "see the remote_src option")
                .formatted(written, places);
    }

    private String read(Path path) {
        try {
            var content = surroundings.controller().opened(Files.readAllBytes(path));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (VaultException e) {
            throw new TaskFailure("cannot decrypt %s: %s".formatted(path, e.getMessage()));
        } catch (IOException e) {
            throw new TaskFailure(
                    "cannot read '%s' as UTF-8 text: %s".formatted(path, e.getMessage()));
        }
    }

    private Map<String, @Nullable Object> magic(String written, Path path) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        vars.put("template_path", written);
        vars.put("template_fullpath", path.toAbsolutePath().toString());
        vars.put("template_destpath", arguments.get("dest"));
        vars.put(
                "template_run_date",
                LocalDateTime.now(ZoneId.systemDefault()).toString().replace('T', ' '));
        if (!surroundings.scope().has("ansible_managed")) {
            vars.put("ansible_managed", "Ansible managed");
        }
        return vars;
    }
}
