package jplay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import jplay.template.lookup.LookupFunctions;
import jplay.template.plugin.Plugins;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/templating.md} ends with the names of all plugins there are; {@code
 * -Dgolden.update=true} writes that end anew.
 */
class TemplatingReferenceTests {
    private static final Path PAGE = Path.of("docs", "templating.md");
    private static final String BEGIN = "## Filters\n";

    private static String names() {
        return BEGIN
                + listed(Plugins.ANSIBLE.filterNames())
                + "\n## Tests\n"
                + listed(Plugins.ANSIBLE.testNames())
                + "\n## Lookups\n"
                + listed(LookupFunctions.names());
    }

    private static String listed(Collection<String> names) {
        return "\n`" + String.join("`, `", new TreeSet<>(names)) + "`\n";
    }

    @Test
    void pageNamesAllPlugins() throws IOException {
        var page = Files.readString(PAGE);
        var wanted = page.substring(0, page.indexOf(BEGIN)) + names();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, wanted);
            page = wanted;
        }
        assertEquals(wanted, page, PAGE + " is not current: run with -Dgolden.update=true");
    }
}
