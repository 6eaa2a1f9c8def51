package jplay.module;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One component of a record as an argument: its names, its type, its default. */
final class ArgComponent {
    private final Arg arg;
    private final String name;
    private final Type type;
    private final boolean optional;

    private ArgComponent(RecordComponent component) {
        this.arg = declared(component);
        this.name = arg.name().isEmpty() ? snakeCase(component.getName()) : arg.name();
        var whole = component.getGenericType();
        this.optional = component.getType() == Optional.class;
        this.type = optional ? ((ParameterizedType) whole).getActualTypeArguments()[0] : whole;
    }

    /** The arguments of a record, in order, with those of its groups in their place. */
    static List<ArgComponent> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component ->
                        component.isAnnotationPresent(ArgGroup.class)
                                ? of(component.getType()).stream()
                                : Stream.of(new ArgComponent(component)))
                .toList();
    }

    private static Arg declared(RecordComponent component) {
        var arg = component.getAnnotation(Arg.class);
        if (arg == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName()
                            + "."
                            + component.getName()
                            + " has no @Arg");
        }
        return arg;
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    List<String> names() {
        if (arg.rest()) {
            return List.of();
        }
        var names = new ArrayList<>(List.of(name));
        names.addAll(List.of(arg.aliases()));
        return names;
    }

    /** Whether it takes what no other component is named for. */
    boolean takesRest() {
        return arg.rest();
    }

    /** Whether null is a value of its own for this argument. */
    boolean takesNull() {
        return type == Object.class;
    }

    /** The problem of leaving it out, when that is one. */
    Optional<ArgsSpec.ArgProblem> missing(String module) {
        return required()
                ? Optional.of(
                        new ArgsSpec.ArgProblem(
                                name,
                                "missing argument '%s' of module '%s'".formatted(name, module)))
                : Optional.empty();
    }

    private boolean required() {
        return !optional
                && arg.orElse().equals(Arg.NONE)
                && !isCollection()
                && type != Object.class;
    }

    private boolean isCollection() {
        return type instanceof ParameterizedType generic
                && (generic.getRawType() == List.class || generic.getRawType() == Map.class);
    }

    /**
     * A given value as the component's type, without its {@link Optional}.
     *
     * @param files empty while checking without a host; files are not looked for then
     * @throws IllegalArgumentException when it cannot be converted; the message says what was got
     *     and wanted
     */
    @Nullable Object convert(@Nullable Object value, Optional<ControllerFiles> files) {
        return new ArgConversion(files).convert(value, type);
    }

    /** The default. */
    @Nullable Object fallback(Optional<ControllerFiles> files) {
        if (!arg.orElse().equals(Arg.NONE)) {
            return wrap(convert(arg.orElse(), files));
        }
        if (optional) {
            return Optional.empty();
        }
        return isCollection() && ((ParameterizedType) type).getRawType() == List.class
                ? List.of()
                : emptyOrNull();
    }

    private @Nullable Object emptyOrNull() {
        return isCollection() ? Map.of() : null;
    }

    @Nullable Object wrap(@Nullable Object value) {
        return optional ? Optional.ofNullable(value) : value;
    }

    ArgsSpec.Parameter parameter() {
        var orElse =
                arg.orElse().equals(Arg.NONE)
                        ? Optional.<String>empty()
                        : Optional.of(arg.orElse());
        return new ArgsSpec.Parameter(
                name,
                List.of(arg.aliases()),
                ArgConversion.typeName(type),
                required(),
                orElse,
                ArgConversion.choices(type),
                arg.value());
    }
}
