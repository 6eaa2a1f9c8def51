package jplay.template.ansible.schema;

import static jplay.template.filter.Filter.filter;
import static jplay.template.filter.Filter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.format.JsonReader;
import jplay.template.format.YamlText;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code validate}: the filter that lists what is wrong, and the test that nothing is. */
public final class Validation {
    /** The filters. */
    public static final List<Filter> FILTERS =
            List.of(
                    filter(
                            "ansible.utils.validate(data, criteria,"
                                    + " engine='ansible.utils.jsonschema', **kwargs)",
                            call -> errors(call, call.get("criteria"), call.text("engine"))));

    /** The tests. */
    public static final List<Filter> TESTS =
            List.of(test("ansible.utils.validate(data, **kwargs)", Validation::isValid));

    private static final String SCHEMA = "ansible.utils.jsonschema";
    private static final String CONFIG = "ansible.utils.config";

    private Validation() {}

    private static Object isValid(FilterCall call) {
        if (!call.named().containsKey("criteria")) {
            throw PythonError.value("missing required arguments: criteria");
        }
        var engine = Text.of(call.named().getOrDefault("engine", SCHEMA));
        return errors(call, call.named().get("criteria"), engine).isEmpty();
    }

    private static List<@Nullable Object> errors(
            FilterCall call, @Nullable Object criteria, String engine) {
        return switch (engine) {
            case SCHEMA -> bySchemas(call, read(criteria, "criteria"));
            case CONFIG -> new ConfigRules(yaml(criteria)).check(call.value());
            default ->
                    throw PythonError.value(
                            engine.contains(".")
                                    ? "there is no engine '%s', only %s and %s"
                                            .formatted(engine, SCHEMA, CONFIG)
                                    : "the engine's name should be a full name including"
                                            + " collection");
        };
    }

    private static @Nullable Object yaml(@Nullable Object criteria) {
        return criteria instanceof CharSequence text ? YamlText.read(text.toString()) : criteria;
    }

    private static @Nullable Object read(@Nullable Object value, String what) {
        if (!(value instanceof CharSequence text)) {
            return value;
        }
        try {
            return JsonReader.read(text.toString());
        } catch (PythonError e) {
            throw PythonError.value(
                    "'%s' option value is invalid, value should a valid JSON. Failed to read with error '%s'"
                            .formatted(what, e.getMessage()));
        }
    }

    private static List<@Nullable Object> bySchemas(FilterCall call, @Nullable Object criteria) {
        var data = read(call.value(), "data");
        var options = options(call);
        var schemas =
                criteria == null
                        ? List.of()
                        : criteria instanceof List<?> list ? list : List.of(criteria);
        try {
            var errors = new ArrayList<@Nullable Object>();
            for (var schema : schemas) {
                errors.addAll(bySchema(data, schema, options));
            }
            return errors;
        } catch (PythonError e) {
            var failure = new ArrayList<@Nullable Object>();
            failure.add(e.getMessage());
            return failure;
        }
    }

    /** Named arguments with those that the environment gives. */
    private record Options(String draft, boolean formats) {}

    private static Options options(FilterCall call) {
        var draft = option(call, "draft");
        if (draft != null && !Draft.NAMES.contains(Text.of(draft))) {
            throw PythonError.value(
                    "value of draft must be one of: %s, got: %s"
                            .formatted(String.join(", ", Draft.NAMES), Text.of(draft)));
        }
        var formats = option(call, "check_format");
        return new Options(
                draft == null ? "" : Text.of(draft),
                formats == null || TypedArguments.flag("check_format", formats));
    }

    private static @Nullable Object option(FilterCall call, String name) {
        return call.named().containsKey(name)
                ? call.named().get(name)
                : call.evaluation()
                        .surroundings()
                        .environment("ANSIBLE_VALIDATE_JSONSCHEMA_" + name.toUpperCase(Locale.ROOT))
                        .orElse(null);
    }

    private static List<? extends @Nullable Object> bySchema(
            @Nullable Object data, @Nullable Object schema, Options options) {
        if (schema instanceof CharSequence || schema instanceof List) {
            throw new PythonError(
                    "AttributeError", "'" + Types.name(schema) + "' object has no attribute 'get'");
        }
        if (schema == null) {
            throw PythonError.type("argument of type 'NoneType' is not iterable");
        }
        var draft =
                Draft.named(options.draft)
                        .orElseGet(() ->
                                schema instanceof Map<?, ?> dict
                                        ? Draft.of(dict)
                                        : Draft.DRAFT_2020);
        return new Checker(draft, options.formats, schema)
                .check(data, schema).stream()
                        .sorted(SchemaError::order)
                        .map(SchemaError::toDict)
                        .toList();
    }
}
