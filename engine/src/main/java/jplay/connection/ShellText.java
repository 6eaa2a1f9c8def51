package jplay.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jplay.module.type.Payload;

/**
 * Builds what is written to a shell's standard input. Every value is quoted; nothing is ever
 * interpreted.
 */
final class ShellText {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1024);

    /** Shell code of ours. */
    ShellText code(String code) {
        text.writeBytes(code.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A value as one word. */
    ShellText word(String value) {
        return code(quoted(value));
    }

    /**
     * A command that prints these bytes exactly, without any tool: as text where possible, octal
     * where not.
     */
    ShellText printing(Payload payload) throws IOException {
        byte[] bytes;
        try (var in = payload.open()) {
            bytes = in.readAllBytes();
        }
        return printing(bytes);
    }

    ShellText printing(byte[] bytes) {
        if (isPlain(bytes)) {
            return plain(bytes);
        }
        code("printf '");
        for (var each : bytes) {
            if (each >= ' ' && each < 0x7f && "'%\\".indexOf(each) < 0) {
                text.write(each);
            } else {
                octal(each);
            }
        }
        return code("'");
    }

    private void octal(byte value) {
        text.write('\\');
        text.write('0' + ((value >> 6) & 3));
        text.write('0' + ((value >> 3) & 7));
        text.write('0' + (value & 7));
    }

    private ShellText plain(byte[] bytes) {
        code("printf %s '");
        for (var each : bytes) {
            if (each == '\'') {
                code("'\\''");
            } else {
                text.write(each);
            }
        }
        return code("'");
    }

    byte[] bytes() {
        return text.toByteArray();
    }

    /** A value in single quotes. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(byte[] bytes) {
        for (var each : bytes) {
            if ((each < ' ' && each != '\n' && each != '\t') || each == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
