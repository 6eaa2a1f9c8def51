package jplay.failure;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;

/** Where the classes of this run of tests are, for processes that need the same. */
final class ClassPath {
    private ClassPath() {}

    static String of(ClassLoader loader) {
        if (!(loader instanceof URLClassLoader path)) {
            return System.getProperty("java.class.path");
        }
        var places = new ArrayList<String>();
        for (var url : path.getURLs()) {
            try {
                places.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
