package jplay.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of this machine that a host sees and cannot change. */
public record Mount(Path here, String there) {
    /** At the same place. */
    public static Mount of(Path folder) {
        return new Mount(folder, folder.toString());
    }

    /** What a host needs to run this checkout's program by itself. */
    public static List<Mount> program() {
        var mounts = new ArrayList<Mount>();
        mounts.add(of(Checkout.ROOT));
        var java = Path.of(System.getProperty("java.home"));
        mounts.add(of(java));
        // where distributions put the JDK's settings
        for (var settings : List.of("/etc/java-%d-openjdk", "/etc/java/java-%d-openjdk")) {
            var folder = Path.of(settings.formatted(Runtime.version().feature()));
            if (Files.isDirectory(folder)) {
                mounts.add(of(folder));
            }
        }
        return mounts;
    }
}
