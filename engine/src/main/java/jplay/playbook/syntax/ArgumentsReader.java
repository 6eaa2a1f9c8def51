package jplay.playbook.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.diagnostic.Location;
import jplay.module.ArgsSpec;
import jplay.playbook.syntax.Action.Places;
import jplay.value.Layout;
import jplay.value.TemplateString;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Scalar;
import jplay.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the arguments of one task, written as a mapping, as a text, under {@code args}, or as a
 * template.
 */
final class ArgumentsReader {
    /**
     * Words of a free text that never are options although the module has arguments of that name.
     */
    private static final Set<String> NEVER_SPLIT = Set.of("cmd", "_raw_params", "free_form");

    private final String module;
    private final Optional<String> freeForm;
    private final Set<String> options;
    private final Findings findings;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, Places> places = new LinkedHashMap<>();
    private @Nullable Object template;
    private boolean readable = true;

    ArgumentsReader(String module, Optional<ArgsSpec<?>> spec, Findings findings) {
        this.module = module;
        this.findings = findings;
        var files = Set.of("import_tasks", "include_tasks").contains(Action.shortName(module));
        this.freeForm =
                spec.flatMap(ArgsSpec::freeForm)
                        .or(() -> files ? Optional.of("file") : Optional.empty());
        this.options =
                spec.stream()
                        .flatMap(known -> known.parameters().stream())
                        .flatMap(known ->
                                Stream.concat(Stream.of(known.name()), known.aliases().stream()))
                        .filter(name ->
                                !NEVER_SPLIT.contains(name) && !freeForm.equals(Optional.of(name)))
                        .collect(Collectors.toSet());
    }

    public Map<String, @Nullable Object> values() {
        return values;
    }

    public Map<String, Places> places() {
        return places;
    }

    /** A template that gives more arguments; null when there is none. */
    @Nullable Object template() {
        return template;
    }

    /** Whether all could be read. */
    boolean readable() {
        return readable;
    }

    /** Takes what stands under {@code args}. */
    public void addArgs(YamlNode node) {
        switch (node) {
            case Mapping mapping -> addMapping(mapping);
            case Scalar scalar when scalar.resolved() == null -> {}
            case Scalar scalar when scalar.value() instanceof TemplateString text ->
                    template = text;
            default -> unreadable(node, "'args' wants a mapping, got " + node.description());
        }
    }

    /** Takes what stands behind the module's name. */
    public void add(YamlNode node) {
        switch (node) {
            case Mapping mapping -> addMapping(mapping);
            case Scalar scalar when scalar.resolved() == null || scalar.text().isBlank() -> {}
            case Scalar scalar when freeForm.isPresent() || scalar.resolved() instanceof String ->
                    addText(scalar);
            case Scalar _, Sequence _ ->
                    unreadable(
                            node,
                            "the arguments of '"
                                    + module
                                    + "' want a mapping, got "
                                    + node.description());
        }
    }

    private void addMapping(Mapping mapping) {
        mapping.duplicates()
                .forEach(key -> findings.error(key, KeywordCheck.duplicate(key.text())));
        for (var entry : mapping.entries()) {
            var place = new Places(entry.key().location(), entry.value().location());
            put(entry.key().text(), entry.value().value(), place);
        }
    }

    private void addText(Scalar scalar) {
        Predicate<String> isOption = freeForm.isPresent() ? this::isOption : _ -> true;
        try {
            var parsed = FreeForm.parse(scalar.text(), isOption);
            for (var option : parsed.options()) {
                var place = place(scalar, option.offset());
                put(option.name(), value(scalar, option.value(), place), new Places(place, place));
            }
            if (!parsed.rest().isEmpty()) {
                addFreeText(scalar, parsed.rest());
            }
        } catch (IllegalArgumentException e) {
            unreadable(
                    scalar, "the arguments of '" + module + "' cannot be split: " + e.getMessage());
        }
    }

    private void addFreeText(Scalar scalar, String text) {
        var place = scalar.location();
        if (freeForm.isPresent()) {
            put(freeForm.get(), value(scalar, text, place), new Places(place, place));
            return;
        }
        if (TemplateString.isTemplate(text) && values.isEmpty()) {
            template = value(scalar, text, place);
            return;
        }
        unreadable(
                scalar,
                "module '" + module + "' takes no free text, got '" + text + "', want name=value");
    }

    private void unreadable(YamlNode node, String message) {
        readable = false;
        findings.error(node, message);
    }

    private boolean isOption(String name) {
        return options.contains(name) || (options.contains("chdir") && name.equals("warn"));
    }

    private void put(String name, @Nullable Object value, Places place) {
        values.put(name, value);
        places.put(name, place);
    }

    private static Object value(Scalar scalar, String text, Location place) {
        return scalar.trusted() ? TemplateString.of(text, place, Layout.folded(false)) : text;
    }

    private static Location place(Scalar scalar, int offset) {
        return scalar.text().contains("\n")
                ? scalar.location()
                : scalar.location().plus(0, offset + (scalar.quoted() ? 1 : 0));
    }
}
