package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jplay.template.ansible.Booleans;
import jplay.template.ansible.Uuids;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.format.JsonReader;
import jplay.template.format.JsonWriter;
import jplay.template.format.YamlText;
import jplay.template.format.YamlWriter;
import jplay.template.method.BytesMethods;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters from one representation to another. */
public final class ConversionFilters {
    private static final Pattern SAFE = Pattern.compile("[\\w@%+=:,./-]+");

    private static final String YAML_OPTIONS =
            " explicit_start=false, explicit_end=false,"
                    + " default_style=none, allow_unicode=true, line_break=none, encoding=none,"
                    + " version=none, tags=none, canonical=none, dump_vault_tags=none)";
    private static final String JSON_OPTIONS =
            " skipkeys=false, check_circular=true,"
                    + " allow_nan=true, default=none, vault_to_text=false, preprocess_unsafe=false)";

    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "b64decode(string, encoding='utf-8', urlsafe=false)",
                            ConversionFilters::decode),
                    filter(
                            "b64encode(string, encoding='utf-8', urlsafe=false)",
                            ConversionFilters::encode),
                    filter("bool(value)", ConversionFilters::bool),
                    filter("comment(text, style='plain', **kwargs)", CommentFilter::apply),
                    filter("from_json(string)", ConversionFilters::fromJson),
                    filter("from_yaml(data)", ConversionFilters::fromYaml),
                    filter("from_yaml_all(data)", ConversionFilters::fromYamlAll),
                    filter("mandatory(value, msg=none)", ConversionFilters::mandatory)
                            .acceptingUndefined(),
                    filter("quote(value)", call -> quote(call.value())),
                    filter(
                                    "ternary(value, true_val, false_val, none_val=none)",
                                    ConversionFilters::ternary)
                            .acceptingUndefined(),
                    filter(
                            "to_json(value, indent=none, sort_keys=false, ensure_ascii=true, separators=none,"
                                    + JSON_OPTIONS,
                            ConversionFilters::json),
                    filter(
                            "to_nice_json(value, indent=4, sort_keys=true, ensure_ascii=true, separators=none,"
                                    + JSON_OPTIONS,
                            ConversionFilters::niceJson),
                    filter(
                            "to_nice_yaml(value, indent=4, default_flow_style=false, width=80, sort_keys=true,"
                                    + YAML_OPTIONS,
                            ConversionFilters::yaml),
                    filter(
                            "to_uuid(string, namespace='361E6D51-FAEC-444A-9079-341386DA8E2E')",
                            call -> Uuids.named(namespace(call), call.text()).toString()),
                    filter(
                            "to_yaml(value, indent=2, default_flow_style=none, width=80, sort_keys=true,"
                                    + YAML_OPTIONS,
                            ConversionFilters::yaml),
                    filter("type_debug(obj)", ConversionFilters::type).acceptingUndefined());

    private ConversionFilters() {}

    private static String decode(FilterCall call) {
        var text = call.text().replaceAll("[^A-Za-z0-9+/=_-]", "");
        var decoder = call.flag("urlsafe") ? Base64.getUrlDecoder() : Base64.getDecoder();
        if (text.length() % 4 != 0) {
            throw new PythonError("Error", "Incorrect padding");
        }
        try {
            var bytes = decoder.decode(text);
            var charset = BytesMethods.charset(call.text("encoding"));
            return charset.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new PythonError(
                    "UnicodeDecodeError",
                    "'" + call.text("encoding") + "' codec can't decode the data");
        } catch (IllegalArgumentException e) {
            throw new PythonError("Error", "Incorrect padding");
        }
    }

    private static String encode(FilterCall call) {
        var value = call.value();
        var bytes =
                value instanceof Bytes given
                        ? given
                        : BytesMethods.encode(
                                Text.of(value), BytesMethods.charset(call.text("encoding")));
        var encoder = call.flag("urlsafe") ? Base64.getUrlEncoder() : Base64.getEncoder();
        return encoder.encodeToString(bytes.content());
    }

    private static Object bool(FilterCall call) {
        var known = Booleans.strictly(call.value());
        if (known.isEmpty()) {
            call.evaluation()
                    .surroundings()
                    .deprecate(
                            "The `bool` filter coerced invalid value "
                                    + Text.repr(call.value())
                                    + " ("
                                    + Types.name(call.value())
                                    + ") to False.");
        }
        return known.orElse(false);
    }

    private static @Nullable Object fromJson(FilterCall call) {
        return JsonReader.read(Types.text(call.value(), "the JSON object"));
    }

    private static @Nullable Object fromYaml(FilterCall call) {
        return call.value() instanceof CharSequence text
                ? YamlText.read(text.toString())
                : call.value();
    }

    private static @Nullable Object fromYamlAll(FilterCall call) {
        return switch (call.value()) {
            case null -> List.of();
            case CharSequence text -> YamlText.readAll(text.toString());
            default -> call.value();
        };
    }

    private static @Nullable Object mandatory(FilterCall call) {
        if (!(call.value() instanceof Undefined undefined)) {
            return call.value();
        }
        if (call.has("msg")) {
            throw PythonError.value(call.text("msg"));
        }
        var name = Pattern.compile("'([^']*)'(?: is undefined)?$").matcher(undefined.message());
        throw PythonError.value(
                "Mandatory variable "
                        + (name.find() ? "'" + name.group(1) + "' " : "")
                        + "not defined.");
    }

    /** A text that a shell takes as one word. */
    static String quote(@Nullable Object value) {
        var text = value == null ? "" : Text.of(value);
        if (text.isEmpty()) {
            return "''";
        }
        return SAFE.matcher(text).matches() ? text : "'" + text.replace("'", "'\"'\"'") + "'";
    }

    private static @Nullable Object ternary(FilterCall call) {
        var value = Undefined.refuse(call.value());
        if (value == null && call.has("none_val")) {
            return call.get("none_val");
        }
        return call.get(Types.truth(value) ? "true_val" : "false_val");
    }

    private static String json(FilterCall call) {
        var indent = JsonWriter.indentation(call.get("indent"));
        var plain = JsonWriter.of(indent, call.flag("sort_keys"), call.flag("ensure_ascii"));
        var separators = call.has("separators") ? call.list("separators") : List.of();
        return separators.size() == 2
                ? json(call, plain, Text.of(separators.get(0)), Text.of(separators.get(1)))
                : plain.write(withTextKeys(call.value()));
    }

    private static String niceJson(FilterCall call) {
        var indent = JsonWriter.indentation(call.get("indent"));
        var plain = JsonWriter.of(indent, call.flag("sort_keys"), call.flag("ensure_ascii"));
        return json(call, plain, ",", ": ");
    }

    private static String json(FilterCall call, JsonWriter plain, String item, String key) {
        return new JsonWriter(plain.indent(), plain.sortKeys(), plain.asciiOnly(), item, key)
                .write(withTextKeys(call.value()));
    }

    /** Python turns keys into text before it sorts them; ranges become lists. */
    private static @Nullable Object withTextKeys(@Nullable Object value) {
        if (value instanceof Map<?, ?> dict) {
            var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            dict.forEach((key, item) ->
                    copy.put(
                            key instanceof CharSequence ? key : JsonWriter.keyText(key),
                            withTextKeys(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(withTextKeys(item)));
            return copy;
        }
        return value;
    }

    private static String yaml(FilterCall call) {
        return yaml(call, call.value());
    }

    /** A value as YAML, as the arguments of a filter say. */
    public static String yaml(FilterCall call, @Nullable Object value) {
        var flow = call.get("default_flow_style");
        var style =
                new YamlWriter.Style(
                        call.has("indent") ? call.integer("indent") : 2,
                        call.has("width") ? call.integer("width") : 80,
                        flow == null
                                ? YamlWriter.Flow.LEAVES
                                : Types.truth(flow) ? YamlWriter.Flow.ALL : YamlWriter.Flow.NONE,
                        call.flag("sort_keys"),
                        !call.has("dump_vault_tags") || call.flag("dump_vault_tags"));
        return (call.flag("explicit_start") ? "---\n" : "") + YamlWriter.write(value, style);
    }

    private static UUID namespace(FilterCall call) {
        try {
            return UUID.fromString(call.text("namespace"));
        } catch (IllegalArgumentException e) {
            throw PythonError.value(
                    "Invalid value '"
                            + call.text("namespace")
                            + "' for 'namespace': badly formed hexadecimal UUID string");
        }
    }

    private static String type(FilterCall call) {
        return switch (call.value()) {
            case Undefined undefined when undefined.isFailed() -> "CapturedExceptionMarker";
            case Undefined _ -> "UndefinedMarker";
            case null, default -> Types.name(call.value());
        };
    }
}
