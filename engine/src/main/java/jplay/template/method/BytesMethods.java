package jplay.template.method;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import java.util.Locale;
import jplay.template.python.Arguments;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** Methods of {@code bytes}, and text as bytes. */
public final class BytesMethods {
    private BytesMethods() {}

    static Object of(Bytes self, String name) {
        Method<Bytes> decode =
                (bytes, call) ->
                        new String(bytes.content(), charset(call.get(0, "encoding", "utf-8")));
        Method<Bytes> hex = (bytes, _) -> HexFormat.of().formatHex(bytes.content());
        return switch (name) {
            case "decode" -> decode.on(self);
            case "hex" -> hex.on(self);
            default -> PythonObject.ABSENT;
        };
    }

    /** The character set of a Python name. */
    public static Charset charset(@Nullable Object name) {
        var wanted = Text.of(name).toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return Charset.forName(
                    switch (wanted) {
                        case "latin-1" -> "iso-8859-1";
                        case "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be" ->
                                wanted.substring(0, 6) + wanted.substring(7);
                        default -> wanted;
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new PythonError("LookupError", "unknown encoding: " + Text.of(name));
        }
    }

    static Bytes encode(String self, Arguments call) {
        return encode(self, charset(call.get(0, "encoding", "utf-8")));
    }

    /** The bytes of a text; fails for what the set lacks. */
    public static Bytes encode(String text, Charset charset) {
        try {
            var encoded =
                    charset.newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return new Bytes(bytes);
        } catch (CharacterCodingException e) {
            throw new PythonError(
                    "UnicodeEncodeError",
                    "'" + charset.name() + "' cannot encode all characters of the text");
        }
    }
}
