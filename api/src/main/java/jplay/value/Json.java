package jplay.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text to values and back; written the way Python's {@code json.dumps} writes it. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * How to write.
     *
     * @param indent spaces per level; everything on one line when 0
     * @param sorted whether keys are put in alphabetical order
     */
    public record Style(int indent, boolean sorted) {
        public static final Style PLAIN = new Style(0, false);
        public static final Style SORTED = new Style(0, true);
        public static final Style SORTED_INDENTED = new Style(4, true);
    }

    /**
     * Reads one JSON text.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong and where
     */
    public static @Nullable Object read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("there is more behind the JSON text");
            }
            return value;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new IllegalArgumentException(
                    "no JSON at line %d, column %d: %s"
                            .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value; what JSON has no form for is written as its text. */
    public static String write(@Nullable Object value, Style style) {
        return new JsonText(style).write(value);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        return switch (token) {
            case null -> throw new IllegalArgumentException("no JSON: the text is empty");
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("no JSON value: " + token);
        };
    }

    private static Object integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return Collections.unmodifiableMap(values);
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return Collections.unmodifiableList(values);
    }
}
