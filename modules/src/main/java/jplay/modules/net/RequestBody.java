package jplay.modules.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jplay.module.TaskFailure;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** What a request sends, and the headers that say what it is. */
record RequestBody(Optional<byte[]> bytes, Map<String, String> headers) {

    static RequestBody of(@Nullable Object body, Uri.BodyFormat format) {
        if (body == null) {
            return new RequestBody(Optional.empty(), Map.of());
        }
        return switch (format) {
            case RAW -> text(plain(body), "");
            case JSON ->
                    text(
                            body instanceof String text ? text : Json.write(body, Json.Style.PLAIN),
                            "application/json");
            case FORM_URLENCODED ->
                    text(
                            body instanceof String text ? text : form(body),
                            "application/x-www-form-urlencoded");
            case FORM_MULTIPART -> multipart(body);
        };
    }

    private static RequestBody text(String text, String type) {
        return new RequestBody(
                Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                type.isEmpty() ? Map.of() : Map.of("Content-Type", type));
    }

    private static String plain(Object body) {
        return body instanceof Map<?, ?> || body instanceof List<?>
                ? Json.write(body, Json.Style.PLAIN)
                : scalar(body);
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "True" : "False";
            default -> value.toString();
        };
    }

    private static String form(Object body) {
        var pairs = new ArrayList<String>();
        switch (body) {
            case Map<?, ?> map -> map.forEach((name, value) -> add(pairs, name, value));
            case List<?> list -> list.forEach(each -> pair(pairs, each));
            default -> throw wrong("form-urlencoded");
        }
        return String.join("&", pairs);
    }

    private static void pair(List<String> pairs, @Nullable Object each) {
        if (!(each instanceof List<?> pair) || pair.size() != 2) {
            throw wrong("form-urlencoded");
        }
        add(pairs, pair.getFirst(), pair.getLast());
    }

    private static void add(List<String> pairs, @Nullable Object name, @Nullable Object value) {
        if (value instanceof List<?> several) {
            several.forEach(each -> add(pairs, name, each));
        } else {
            pairs.add(encoded(name) + "=" + encoded(value));
        }
    }

    private static String encoded(@Nullable Object value) {
        return URLEncoder.encode(scalar(value), StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static TaskFailure wrong(String format) {
        return new TaskFailure(
                "body: got a value that body_format %s cannot write, want a mapping"
                        .formatted(format));
    }

    private static RequestBody multipart(Object body) {
        if (!(body instanceof Map<?, ?> fields)) {
            throw wrong("form-multipart");
        }
        var boundary = "jplay-" + UUID.randomUUID();
        var out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            write(out, "--" + boundary + "\r\n");
            field(out, String.valueOf(name), value);
            write(out, "\r\n");
        });
        write(out, "--" + boundary + "--\r\n");
        return new RequestBody(
                Optional.of(out.toByteArray()),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    private static void field(ByteArrayOutputStream out, String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> part)) {
            write(out, "Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name));
            write(out, scalar(value));
            return;
        }
        var file = Optional.ofNullable(part.get("filename")).map(Object::toString);
        var type = Optional.ofNullable(part.get("mime_type")).map(Object::toString);
        var shown = file.map(path -> "; filename=\"%s\"".formatted(Path.of(path).getFileName()));
        write(
                out,
                "Content-Disposition: form-data; name=\"%s\"%s\r\n"
                        .formatted(name, shown.orElse("")));
        write(
                out,
                "Content-Type: %s\r\n\r\n"
                        .formatted(
                                type.orElse(
                                        file.isPresent()
                                                ? "application/octet-stream"
                                                : "text/plain")));
        if (part.get("content") != null) {
            write(out, scalar(part.get("content")));
        } else {
            file.ifPresent(path -> out.writeBytes(content(path)));
        }
    }

    private static byte[] content(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new TaskFailure("body: cannot read the file " + path);
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
