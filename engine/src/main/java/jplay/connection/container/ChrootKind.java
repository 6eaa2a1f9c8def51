package jplay.connection.container;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;
import jplay.connection.UnreachableException;
import jplay.connection.process.Carrier;

/** Folders that are entered as roots of their own. */
public record ChrootKind(Settings settings) implements ConnectionKind {
    @Override
    public List<String> names() {
        return List.of("chroot", "community.general.chroot");
    }

    @Override
    public Connection open(Destination destination) {
        var variables = new ContainerVariables(destination);
        var program =
                destination.text("ansible_chroot_exe").orElse(settings.text(Setting.CHROOT_EXE));
        var folder = destination.text("ansible_host").orElse(destination.host());
        var anybody = variables.is("ansible_chroot_disable_root_check");
        return variables.connection(new Chroot(program, Path.of(folder), anybody));
    }

    /**
     * A folder as a root.
     *
     * @param anybody whether others than root may try
     */
    private record Chroot(String program, Path root, boolean anybody) implements Carrier {
        @Override
        public List<String> command(List<String> words) {
            var command = new ArrayList<>(List.of(program, root.toString()));
            command.addAll(words);
            return command;
        }

        @Override
        public void check() {
            if (!Files.isDirectory(root)) {
                throw new UnreachableException("%s is not a directory".formatted(root));
            }
            if (!anybody && !"root".equals(System.getProperty("user.name"))) {
                throw new UnreachableException("chroot connection requires running as root");
            }
            if (!Files.exists(root.resolve("bin/sh"), LinkOption.NOFOLLOW_LINKS)) {
                throw new UnreachableException(
                        "%s does not look like a chrootable dir (/bin/sh missing)".formatted(root));
            }
        }

        @Override
        public Optional<String> unreachable(Ending ending) {
            return ending.said().startsWith("chroot:")
                    ? Optional.of(ending.said().strip())
                    : Optional.empty();
        }
    }
}
