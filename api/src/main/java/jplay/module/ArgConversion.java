package jplay.module;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Spelling;
import jplay.module.type.FileSource;
import jplay.module.type.LocalProgram;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;
import jplay.module.type.Secret;
import jplay.value.Json;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Turns values into the types that arguments can have, by Ansible's rules. */
final class ArgConversion {
    private final Optional<ControllerFiles> files;

    ArgConversion(Optional<ControllerFiles> files) {
        this.files = files;
    }

    /** Whether a value holds something to render, at any depth. */
    static boolean isTemplate(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case TemplateString _ -> true;
            case List<?> list -> list.stream().anyMatch(ArgConversion::isTemplate);
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .anyMatch(e -> isTemplate(e.getKey()) || isTemplate(e.getValue()));
            default -> false;
        };
    }

    @Nullable Object convert(@Nullable Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(value, generic.getActualTypeArguments()[0])
                    : map(value);
        }
        var wanted = (Class<?>) type;
        if (wanted == Object.class) {
            return value;
        }
        if (value == null) {
            throw new IllegalArgumentException("got nothing, want " + typeName(type));
        }
        if (wanted.isEnum()) {
            return choice(value, wanted);
        }
        return scalar(value, wanted);
    }

    private Object scalar(Object value, Class<?> wanted) {
        return switch (wanted.getSimpleName()) {
            case "String" -> text(value);
            case "boolean", "Boolean" -> truth(value);
            case "int", "Integer" -> Math.toIntExact(integer(value));
            case "long", "Long" -> integer(value);
            case "double", "Double" -> number(value);
            case "Mode" -> Mode.parse(value);
            case "RemotePath" -> new RemotePath(text(value));
            case "Secret" -> new Secret(text(value));
            case "Duration" -> Duration.ofMillis(Math.round(number(value) * 1000));
            case "LocalFile" -> files.<Object>map(found -> found.file(text(value))).orElse("");
            case "Template" -> files.<Object>map(found -> found.template(text(value))).orElse("");
            case "LocalProgram" ->
                    LocalProgram.of(text(value), name -> files.orElseThrow().file(name));
            case "LocalTarget" -> files.<Object>map(found -> found.target(text(value))).orElse("");
            case "FileSource" ->
                    new FileSource(text(value), () -> files.orElseThrow().file(text(value)));
            default -> nested(value, wanted);
        };
    }

    static String text(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case List<?> _, Map<?, ?> _ -> Json.write(value, Json.Style.PLAIN);
            default -> value.toString();
        };
    }

    private static boolean truth(Object value) {
        return switch (text(value).strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "1", "true", "t", "1.0" -> true;
            case "no", "n", "off", "0", "false", "f", "0.0" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "got '" + text(value) + "', want a boolean such as true or false");
        };
    }

    private static long integer(Object value) {
        if (value instanceof Double number && number == Math.rint(number)) {
            return number.longValue();
        }
        try {
            return new BigInteger(text(value).strip()).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("got '" + text(value) + "', want a whole number", e);
        }
    }

    private static double number(Object value) {
        try {
            return Double.parseDouble(text(value).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("got '" + text(value) + "', want a number", e);
        }
    }

    private static Object choice(Object value, Class<?> wanted) {
        var written = value instanceof Boolean truth ? booleanChoice(truth, wanted) : text(value);
        for (var constant : wanted.getEnumConstants()) {
            if (choiceName(constant).equals(written)
                    || choiceName(constant).replace('_', '-').equals(written)) {
                return constant;
            }
        }
        var choices = choices(wanted);
        throw new IllegalArgumentException(
                "got '%s', want one of %s%s"
                        .formatted(
                                written,
                                String.join(", ", choices),
                                Spelling.didYouMean(written, choices)));
    }

    /**
     * YAML 1.1 reads the words yes, no, on and off as booleans; a choice may have one of these
     * names.
     */
    private static String booleanChoice(boolean truth, Class<?> wanted) {
        var words = truth ? List.of("yes", "on", "true") : List.of("no", "off", "false");
        var choices = choices(wanted);
        return words.stream()
                .filter(choices::contains)
                .findFirst()
                .orElse(truth ? "True" : "False");
    }

    private static String choiceName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** What may be chosen; empty when anything may. */
    static List<String> choices(Type type) {
        return type instanceof Class<?> wanted && wanted.isEnum()
                ? Arrays.stream(wanted.getEnumConstants()).map(ArgConversion::choiceName).toList()
                : List.of();
    }

    private List<@Nullable Object> list(@Nullable Object value, Type itemType) {
        var items =
                switch (value) {
                    case null -> List.of();
                    case List<?> list -> list;
                    case String text
                            when itemType == String.class || itemType == RemotePath.class ->
                            split(text);
                    default -> List.of(value);
                };
        var converted = new ArrayList<@Nullable Object>();
        for (var item : items) {
            converted.add(convert(item, itemType));
        }
        return Collections.unmodifiableList(converted);
    }

    private static List<String> split(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, each) -> values.put(text(key), each));
            case String text when text.strip().startsWith("{") -> {
                if (Json.read(text) instanceof Map<?, ?> map) {
                    map.forEach((key, each) -> values.put(text(key), each));
                }
            }
            case String text -> pairs(text, values);
            default ->
                    throw new IllegalArgumentException("got '" + text(value) + "', want a mapping");
        }
        return Collections.unmodifiableMap(values);
    }

    private static void pairs(String text, Map<String, @Nullable Object> values) {
        for (var pair : List.of(text.strip().split("[,\\s]+", -1))) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "got '" + text + "', want a mapping or key=value pairs");
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private Object nested(Object value, Class<?> wanted) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("got '" + text(value) + "', want a mapping");
        }
        var arguments = new ArrayList<@Nullable Object>();
        for (var component : ArgComponent.of(wanted)) {
            var given = component.names().stream().filter(map::containsKey).findFirst();
            if (given.isEmpty() && component.missing("").isPresent()) {
                throw new IllegalArgumentException("'" + component.name() + "' is missing");
            }
            arguments.add(
                    given.isPresent()
                            ? component.wrap(component.convert(map.get(given.get()), files))
                            : component.fallback(files));
        }
        try {
            return ArgRecord.of(wanted).make(arguments.iterator());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + wanted.getName(), e);
        }
    }

    /** The type's name in the documentation. */
    static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? "list of " + typeName(generic.getActualTypeArguments()[0])
                    : "mapping";
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "choice";
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "boolean", "Boolean" -> "boolean";
            case "int", "Integer", "long", "Long" -> "integer";
            case "double", "Double" -> "number";
            case "Mode" -> "mode";
            case "RemotePath" -> "path on the host";
            case "FileSource" -> "path on the controller or the host";
            case "LocalFile", "LocalTarget", "Template" -> "path on the controller";
            case "LocalProgram" -> "command line";
            case "Secret" -> "secret text";
            case "Duration" -> "seconds";
            case "Object" -> "any value";
            default -> "mapping";
        };
    }
}
