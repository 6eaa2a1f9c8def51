package jplay.module;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.diagnostic.Spelling;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a record declares with {@link Arg}: read once from its header, used for binding,
 * for all validation problems at once, and for the documentation.
 *
 * @param <T> the record; a {@link Module} or an action of the engine
 */
public final class ArgsSpec<T> {
    private final Class<T> type;
    private final List<ArgComponent> components;
    private final Map<String, ArgComponent> byName = new LinkedHashMap<>();
    private final Optional<ArgComponent> rest;
    private volatile Optional<ArgRecord> shape = Optional.empty();

    private ArgsSpec(Class<T> type) {
        this.type = type;
        this.components = ArgComponent.of(type);
        for (var component : components) {
            component.names().forEach(name -> byName.put(name, component));
        }
        this.rest = components.stream().filter(ArgComponent::takesRest).findFirst();
    }

    /** Reads a record's header. */
    public static <T extends Record> ArgsSpec<T> of(Class<T> type) {
        return new ArgsSpec<>(type);
    }

    /** The full name of the module. */
    public String name() {
        return named().value();
    }

    /** The last part of the full name, for messages and headings. */
    public String shortName() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    /** Other names it answers to. */
    public List<String> aliases() {
        return List.of(named().aliases());
    }

    /** What it does, in one sentence. */
    public String summary() {
        return named().summary();
    }

    /** The argument that takes free text, when there is one. */
    public Optional<String> freeForm() {
        return named().freeForm().isEmpty() ? Optional.empty() : Optional.of(named().freeForm());
    }

    /** The record. */
    public Class<T> type() {
        return type;
    }

    /** All arguments, in the order of the record. */
    public List<Parameter> parameters() {
        return components.stream().map(ArgComponent::parameter).toList();
    }

    /** Rules over several arguments, in words. */
    public List<String> rules() {
        return constraints().map(ArgRules::describe).toList();
    }

    private Named named() {
        var named = type.getAnnotation(Named.class);
        if (named == null) {
            throw new IllegalStateException(type.getName() + " has no @Named");
        }
        return named;
    }

    private Stream<Constraint> constraints() {
        return Stream.of(type.getAnnotationsByType(Constraint.class));
    }

    /**
     * What is wrong with arguments as written, before anything is rendered: unknown and missing
     * names, wrong types and choices where the value holds no template, broken constraints.
     */
    public List<ArgProblem> check(Map<String, ? extends @Nullable Object> written) {
        var problems = new ArrayList<ArgProblem>();
        var given = given(written, problems);
        for (var component : components) {
            var value = given.get(component);
            if (value == null) {
                component.missing(shortName()).ifPresent(problems::add);
            } else if (!ArgConversion.isTemplate(value.value())) {
                problem(component, value).ifPresent(problems::add);
            }
        }
        var names = given.keySet().stream().map(ArgComponent::name).toList();
        constraints()
                .forEach(rule ->
                        ArgRules.check(rule, names, value(given), shortName())
                                .ifPresent(problems::add));
        return problems;
    }

    private Optional<ArgProblem> problem(ArgComponent component, Written value) {
        try {
            component.convert(value.value(), Optional.empty());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(wrong(value.name(), e));
        }
    }

    /**
     * Makes the record from rendered values; {@link Omit} counts as not given.
     *
     * @throws ArgsException with all problems
     */
    public T bind(Map<String, ? extends @Nullable Object> rendered, ControllerFiles files) {
        var problems = new ArrayList<ArgProblem>();
        var given = given(rendered, problems);
        var values = new ArrayList<@Nullable Object>();
        for (var component : components) {
            values.add(
                    bound(component, Optional.ofNullable(given.get(component)), files, problems));
        }
        var names = given.keySet().stream().map(ArgComponent::name).toList();
        constraints()
                .forEach(rule ->
                        ArgRules.check(rule, names, value(given), shortName())
                                .ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new ArgsException(problems);
        }
        return instance(values);
    }

    private @Nullable Object bound(
            ArgComponent component,
            Optional<Written> given,
            ControllerFiles files,
            List<ArgProblem> problems) {
        if (given.isEmpty()) {
            component.missing(shortName()).ifPresent(problems::add);
            return problems.isEmpty() ? component.fallback(Optional.of(files)) : null;
        }
        try {
            return component.wrap(component.convert(given.get().value(), Optional.of(files)));
        } catch (IllegalArgumentException e) {
            problems.add(wrong(given.get().name(), e));
            return null;
        }
    }

    private ArgProblem wrong(String argument, IllegalArgumentException why) {
        return new ArgProblem(
                argument,
                "argument '%s' of module '%s': %s"
                        .formatted(argument, shortName(), why.getMessage()));
    }

    /**
     * The values by what they are for; unknown names are problems, omitted and null ones are not
     * given.
     */
    private Map<ArgComponent, Written> given(
            Map<String, ? extends @Nullable Object> values, List<ArgProblem> problems) {
        var given = new LinkedHashMap<ArgComponent, Written>();
        var others = new LinkedHashMap<String, @Nullable Object>();
        rest.ifPresent(component -> given.put(component, new Written(component.name(), others)));
        values.forEach((name, value) -> {
            var component = byName.get(name);
            if (component == null && rest.isPresent()) {
                others.put(name, value);
            } else if (component == null) {
                var hint = Spelling.didYouMean(name, byName.keySet());
                problems.add(
                        new ArgProblem(
                                name,
                                "unknown argument '%s' of module '%s'%s"
                                        .formatted(name, shortName(), hint)));
            } else if (value != Omit.OMIT && (value != null || component.takesNull())) {
                given.put(component, new Written(name, value));
            }
        });
        return given;
    }

    private static java.util.function.Function<String, @Nullable Object> value(
            Map<ArgComponent, Written> given) {
        return name ->
                given.entrySet().stream()
                        .filter(entry -> entry.getKey().name().equals(name))
                        .map(entry -> entry.getValue().value())
                        .findFirst()
                        .orElse(null);
    }

    private T instance(List<@Nullable Object> values) {
        try {
            return type.cast(shape().make(values.iterator()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw new ArgsException(List.of(new ArgProblem("", wrong.getMessage())));
            }
            throw new IllegalStateException("cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private ArgRecord shape() throws NoSuchMethodException {
        var known = shape;
        if (known.isEmpty()) {
            known = Optional.of(ArgRecord.of(type));
            shape = known;
        }
        return known.get();
    }

    private record Written(String name, @Nullable Object value) {}

    /** One argument, as the documentation shows it. */
    public record Parameter(
            String name,
            List<String> aliases,
            String type,
            boolean required,
            Optional<String> orElse,
            List<String> choices,
            String description) {}

    /**
     * One mistake in the arguments of a task.
     *
     * @param argument the name as the user wrote it; empty when it is about none in particular
     */
    public record ArgProblem(String argument, String message) {}
}
