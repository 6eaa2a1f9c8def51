package jplay.modules.files.text;

import java.nio.charset.StandardCharsets;
import jplay.module.Report;

/**
 * A file of the host as it was found.
 *
 * @param bytes its content; none when there is no file
 */
public record HostText(Report told, byte[] bytes) {

    public String path() {
        return told.said("path");
    }

    public boolean exists() {
        return told.said("kind").equals("file");
    }

    /** Whether the folder is there that it is in, or would be. */
    public boolean housed() {
        return !told.said("folder").equals("missing");
    }

    public boolean directory() {
        return told.said("kind").equals("directory");
    }

    /** Whether owner, group, mode and their like are as they should be. */
    public boolean fits() {
        return exists() && told.said("changes").isBlank();
    }

    /** The content with each byte as one character, so that whatever is in it stays as it is. */
    public String latin() {
        return latin(bytes);
    }

    /** Bytes in the same form. */
    public static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A user's text in the same form. */
    public static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a text in that form. */
    public static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
