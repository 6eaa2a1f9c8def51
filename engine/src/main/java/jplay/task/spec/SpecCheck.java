package jplay.task.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * Holds arguments against a specification as {@code meta/argument_specs.yml} has them: options by
 * name with {@code type}, {@code required}, {@code choices} and the like, at any depth.
 */
public final class SpecCheck {
    private final List<String> problems = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /** All that is wrong with arguments, one sentence each. */
    public static List<String> problems(
            Map<?, ?> options, Map<String, ? extends @Nullable Object> arguments) {
        var check = new SpecCheck();
        check.check(new Part(options, Map.of(), new LinkedHashMap<>(arguments), List.of()));
        check.problems.addAll(check.unknown);
        return check.problems;
    }

    /**
     * The options of one depth, and what was given for them.
     *
     * @param rules what holds between options, such as {@code required_together}
     * @param path names of the options around
     */
    private record Part(
            Map<?, ?> options,
            Map<?, ?> rules,
            Map<String, @Nullable Object> given,
            List<String> path) {
        String within() {
            return path.isEmpty() ? "" : " found in " + String.join(" -> ", path);
        }
    }

    private void check(Part part) {
        resolveAliases(part);
        refuseUnknown(part);
        var rules = new SpecRules(part.rules(), part.given());
        rules.exclusive().forEach(problem -> problems.add(problem + part.within()));
        var missing =
                part.options().entrySet().stream()
                        .filter(option -> isTrue(option.getValue(), "required"))
                        .map(option -> Text.of(option.getKey()))
                        .filter(name -> !part.given().containsKey(name))
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add("missing required arguments: " + missing + part.within());
        }
        part.options().forEach((name, option) -> checkType(part, Text.of(name), option));
        part.options().forEach((name, option) -> checkChoices(part, Text.of(name), option));
        rules.required().forEach(problem -> problems.add(problem + part.within()));
        part.options().forEach((name, option) -> checkInside(part, Text.of(name), option));
    }

    private static void resolveAliases(Part part) {
        part.options()
                .forEach((name, option) ->
                        list(option, "aliases").stream()
                                .map(Text::of)
                                .filter(part.given()::containsKey)
                                .forEach(alias ->
                                        part.given()
                                                .put(Text.of(name), part.given().remove(alias))));
    }

    private void refuseUnknown(Part part) {
        var known = part.options().keySet().stream().map(Text::of).sorted().toList();
        var others =
                part.given().keySet().stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> String.join(".", joined(part.path(), name)))
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            unknown.add(
                    "%s. Supported parameters include: %s."
                            .formatted(others, String.join(", ", known)));
        }
    }

    private void checkType(Part part, String name, @Nullable Object option) {
        var value = part.given().get(name);
        if (!part.given().containsKey(name) || (value == null && !isTrue(option, "required"))) {
            return;
        }
        var type = text(option, "type", "str");
        if (!SpecType.exists(type)) {
            problems.add("the type of '%s' is '%s', and there is none such".formatted(name, type));
            return;
        }
        try {
            part.given().put(name, SpecType.converted(type, value));
        } catch (IllegalArgumentException e) {
            problems.add(
                    "argument '%s' is of type %s%s and we were unable to convert to %s: %s"
                            .formatted(
                                    name, Types.name(value), part.within(), type, e.getMessage()));
            part.given().remove(name);
            return;
        }
        checkElements(part, name, option);
    }

    private void checkElements(Part part, String name, @Nullable Object option) {
        var type = text(option, "elements", "");
        if (type.isEmpty() || !(part.given().get(name) instanceof List<?> items)) {
            return;
        }
        var converted = new ArrayList<@Nullable Object>();
        for (var item : items) {
            try {
                converted.add(SpecType.converted(type, item));
            } catch (IllegalArgumentException e) {
                problems.add(
                        "Elements value for option '%s'%s is of type %s and we were unable to convert to %s: %s"
                                .formatted(
                                        name,
                                        part.within(),
                                        Types.name(item),
                                        type,
                                        e.getMessage()));
            }
        }
        part.given().put(name, converted);
    }

    private void checkChoices(Part part, String name, @Nullable Object option) {
        var choices = list(option, "choices").stream().map(Text::of).toList();
        var value = part.given().get(name);
        if (choices.isEmpty() || value == null) {
            return;
        }
        var several = value instanceof List<?>;
        var others =
                (value instanceof List<?> items ? items : List.of(value))
                        .stream()
                                .map(Text::of)
                                .filter(each -> !choices.contains(each))
                                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            problems.add(
                    "value of %s must be one%s of: %s%s %s%s"
                            .formatted(
                                    name,
                                    several ? " or more" : "",
                                    String.join(", ", choices),
                                    several ? ". Got no match for:" : ", got:",
                                    others,
                                    part.within()));
        }
    }

    private void checkInside(Part part, String name, @Nullable Object option) {
        if (!(option instanceof Map<?, ?> rules
                && rules.get("options") instanceof Map<?, ?> options)) {
            return;
        }
        var value = part.given().get(name);
        var parts =
                value instanceof List<?> items ? items : value == null ? List.of() : List.of(value);
        for (var each : parts) {
            if (each instanceof Map<?, ?> inner) {
                var given = new LinkedHashMap<String, @Nullable Object>();
                inner.forEach((key, item) -> given.put(Text.of(key), item));
                check(new Part(options, rules, given, joined(part.path(), name)));
            }
        }
    }

    private static List<String> joined(List<String> path, String name) {
        var all = new ArrayList<>(path);
        all.add(name);
        return all;
    }

    private static boolean isTrue(@Nullable Object option, String key) {
        return option instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get(key));
    }

    private static String text(@Nullable Object option, String key, String orElse) {
        return option instanceof Map<?, ?> map && map.get(key) != null
                ? Text.of(map.get(key))
                : orElse;
    }

    private static Collection<?> list(@Nullable Object option, String key) {
        return option instanceof Map<?, ?> map && map.get(key) instanceof List<?> list
                ? list
                : List.of();
    }
}
