package jplay.template.ansible.crypto;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Texts with lines {@code BEGIN} and {@code END}. */
final class PemText {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "^-----BEGIN (?<label>[A-Z0-9 ]+)-----[ \\t]*\\r?\\n(?<body>.*?)^-----END \\k<label>-----",
                    Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WIDTH = 64;

    private PemText() {}

    /** The text a filter is applied to. */
    static String input(FilterCall call, String filter) {
        if (call.value() instanceof CharSequence text) {
            return text.toString();
        }
        throw PythonError.type(
                "The community.crypto.%s input must be a text type, not %s"
                        .formatted(filter, Types.name(call.value())));
    }

    /** All blocks, as they are; what stands between them is left out. */
    static Object split(FilterCall call) {
        var blocks = new ArrayList<@Nullable Object>();
        var block = new StringBuilder();
        var lines = LINE.matcher(input(call, "split_pem"));
        while (lines.find()) {
            var line = lines.group();
            if (line.startsWith("-----BEGIN ")) {
                block.setLength(0);
                block.append(line);
            } else if (!block.isEmpty()) {
                block.append(line);
            }
            if (line.startsWith("-----END ") && !block.isEmpty()) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        return blocks;
    }

    /**
     * The bytes of the first block with a label; empty when there are blocks but none with it.
     *
     * @throws PythonError when there is no block at all
     */
    static Optional<byte[]> decoded(String text, String label) {
        var blocks = BLOCK.matcher(text);
        var any = false;
        while (blocks.find()) {
            any = true;
            if (blocks.group("label").matches(label)) {
                return Optional.of(bytes(blocks.group("body")));
            }
        }
        if (!any) {
            throw PythonError.value("Unable to load PEM file: there is no PEM block in the text");
        }
        return Optional.empty();
    }

    /** The bytes that base64 spells. */
    static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(SPACE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw PythonError.value("Unable to load PEM file: it holds no valid base64");
        }
    }

    /** A block with a label. */
    static String encoded(String label, byte[] bytes) {
        var lines = Base64.getMimeEncoder(WIDTH, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
