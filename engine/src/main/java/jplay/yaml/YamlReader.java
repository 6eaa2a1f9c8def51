package jplay.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.value.Layout;
import jplay.vault.Vault;
import jplay.vault.VaultException;
import jplay.vault.VaultText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML as Ansible does. Every mistake goes into the given {@link Problems}; nothing is thrown
 * for what the user wrote.
 *
 * <p>JSON is read too, since it is YAML.
 */
public final class YamlReader {
    private YamlReader() {}

    /**
     * Reads a file's only document; empty when it cannot be read, and then the reason is among the
     * problems.
     */
    public static Optional<YamlNode> read(Path file, Problems problems) {
        return read(file, file.toString(), Vault.NONE, problems);
    }

    /** The same for a file that may be encrypted as a whole. */
    public static Optional<YamlNode> read(Path file, Vault vault, Problems problems) {
        return read(file, file.toString(), vault, problems);
    }

    /** The same under another name, such as a shorter path. */
    public static Optional<YamlNode> read(
            Path file, String source, Vault vault, Problems problems) {
        return text(file, source, vault, problems).flatMap(text -> parse(text, source, problems));
    }

    /**
     * Reads a text's only document; an empty one is a scalar with the value null. Empty when there
     * is a syntax error.
     *
     * @param source names the text in messages: a path or a name in angle brackets
     */
    public static Optional<YamlNode> parse(String text, String source, Problems problems) {
        var documents = parseAll(text, source, problems);
        if (documents.size() > 1) {
            var second = documents.get(1).location();
            problems.error(second, 1, "a second document begins here, want only one in this file");
        }
        return documents.stream().findFirst();
    }

    /** Reads all documents of a text; none when there is a syntax error. */
    public static List<YamlNode> parseAll(String text, String source, Problems problems) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.startsWith(VaultText.HEADER)) {
            var place = new Location(source, 1, 1);
            return List.of(
                    new YamlNode.Scalar(
                            place, content, new VaultText(content, place), false, Layout.PLAIN));
        }
        try {
            return documents(content, source, problems);
        } catch (YamlEngineException e) {
            var mistake = new SyntaxMistake(content, source).diagnostic(e);
            if (!problems.all().contains(mistake)) {
                problems.add(mistake);
            }
            return List.of();
        }
    }

    private static List<YamlNode> documents(String text, String source, Problems problems) {
        var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        var events = new Parse(settings).parseString(text).iterator();
        var documents = new ArrayList<YamlNode>();
        while (events.hasNext()) {
            if (events.next().getEventId() == Event.ID.DocumentStart) {
                documents.add(new Composer(events, source, problems).document());
            }
        }
        if (documents.isEmpty()) {
            var place = new Location(source, 1, 1);
            documents.add(new YamlNode.Scalar(place, "", null, true, Layout.PLAIN));
        }
        return documents;
    }

    private static Optional<String> text(Path file, String source, Vault vault, Problems problems) {
        try {
            var bytes = ByteBuffer.wrap(vault.open(Files.readAllBytes(file)));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (VaultException e) {
            return unreadable(source, e.getMessage(), problems);
        } catch (CharacterCodingException e) {
            return unreadable(source, "the file is not UTF-8 text", problems);
        } catch (NoSuchFileException e) {
            return unreadable(source, "no such file", problems);
        } catch (AccessDeniedException e) {
            return unreadable(source, "the file cannot be read: permission denied", problems);
        } catch (IOException e) {
            var reason = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            return unreadable(source, "the file cannot be read: " + reason, problems);
        }
    }

    private static Optional<String> unreadable(String source, String message, Problems problems) {
        problems.error(Location.of(source), 1, message);
        return Optional.empty();
    }
}
